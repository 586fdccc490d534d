package dev.andon.node.dialog.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads a phrase as people write it: `open [an] incident (on|for) {machine}`.
///
/// `[ ]` may be left out, `( | )` is one of these, `{ }` is a [Slot]. All may stand in each other.
final class TemplateReader {
    private static final String SIGNS = "[]()|{}";

    /// Of English; in French it is the first word that is cut short.
    private static final Pattern CONTRACTION = Pattern.compile("(?i)['’](?:s|m|re|ve|ll|d|t)$");

    private final String template;
    private int at;

    private TemplateReader(String template) {
        this.template = template;
    }

    /// What the phrase says.
    ///
    /// @throws IllegalArgumentException with what is wrong with it, as the end of a sentence that
    ///     begins with the phrase
    static Part read(String template) {
        TemplateReader reader = new TemplateReader(template);
        Part part = reader.choice();
        if (reader.at < template.length()) {
            throw wrong("closes '%s' without opening it".formatted(template.charAt(reader.at)));
        }
        return part;
    }

    private Part choice() {
        List<Part> parts = new ArrayList<>();
        parts.add(sequence());
        while (peek('|')) {
            at++;
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.getFirst() : new Part.Choice(parts);
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < template.length() && "|])}".indexOf(template.charAt(at)) < 0) {
            switch (template.charAt(at)) {
                case '[' -> parts.add(optional());
                case '(' -> parts.add(group('(', ')'));
                case '{' -> parts.add(slot());
                default -> words(parts);
            }
        }
        return new Part.Sequence(parts);
    }

    private Part optional() {
        return new Part.Choice(List.of(group('[', ']'), new Part.Sequence(List.of())));
    }

    private Part group(char opens, char closes) {
        at++;
        Part inside = choice();
        if (!peek(closes)) {
            throw wrong("opens '%s' without closing it".formatted(opens));
        }
        at++;
        return inside;
    }

    private Part slot() {
        int end = template.indexOf('}', at);
        if (end < 0) {
            throw wrong("opens '{' without closing it");
        }
        String label = template.substring(at + 1, end).strip();
        at = end + 1;
        return Slot.labelled(label)
                .<Part>map(Part.Open::new)
                .orElseThrow(
                        () ->
                                wrong(
                                        "has the placeholder {%s}; there are %s"
                                                .formatted(label, all())));
    }

    private void words(List<Part> parts) {
        int begin = at;
        while (at < template.length() && SIGNS.indexOf(template.charAt(at)) < 0) {
            at++;
        }
        for (String written : template.substring(begin, at).strip().split("\\s+")) {
            words(written, parts);
        }
    }

    /// One or more words without a space between: "it's" is "it" and a contracted "s".
    private static void words(String written, List<Part> parts) {
        boolean contraction = CONTRACTION.matcher(written).find();
        List<String> words = Tokens.of(written);
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            parts.add(new Part.Word(words.get(i), contraction && last));
        }
    }

    private boolean peek(char sign) {
        return at < template.length() && template.charAt(at) == sign;
    }

    private static String all() {
        return Arrays.stream(Slot.values())
                .map(slot -> "{" + slot.label() + "}")
                .collect(Collectors.joining(", "));
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what);
    }
}
