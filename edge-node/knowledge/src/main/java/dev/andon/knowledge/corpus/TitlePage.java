package dev.andon.knowledge.corpus;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the title page of a manual says of it in labelled values:
/// `Document: PX200-SM  Revision: C  Language: en  Applies to: PX-200, PX-220  Date: 2025-03-01`.
///
/// Labels are English, French or German, with a colon; a value ends at the next label or at the end
/// of the text. Dates are `2025-03-01` or `01.03.2025`; a date that can be read in two ways is not
/// read.
public final class TitlePage {
    private enum Label {
        ID("Document(?: number| no\\.?| n°)?|Dokument(?:-?Nr\\.?|ennummer)?|Doc\\. no\\."),
        REVISION("Revision|Rev\\.?|Révision|Indice|Ausgabe"),
        LANGUAGE("Language|Langue|Sprache"),
        MODELS("Applies to|Models?|S['’]applique à|Modèles?|Gilt für|Modelle?"),
        DATE("Date|Datum");

        private final Pattern pattern;

        Label(String words) {
            pattern =
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?:" + words + ")\\s*:\\s*",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
    }

    private static final Map<String, String> LANGUAGES =
            Map.of(
                    "english",
                    "en",
                    "anglais",
                    "en",
                    "englisch",
                    "en",
                    "french",
                    "fr",
                    "français",
                    "fr",
                    "französisch",
                    "fr",
                    "german",
                    "de",
                    "allemand",
                    "de",
                    "deutsch",
                    "de");
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2}).*");
    private static final Pattern GERMAN = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}).*");

    /// Blocks at the beginning of a document without pages among which its title page would be.
    private static final int BLOCKS = 30;

    private TitlePage() {}

    /// What the first blocks of a manual without pages say of it, running text and tables of two
    /// columns; see [#read].
    public static DeclaredManual of(List<Block> blocks) {
        return read(blocks.stream().limit(BLOCKS).flatMap(TitlePage::texts).toList());
    }

    private static Stream<String> texts(Block block) {
        return switch (block) {
            case Block.Paragraph(var text, _) -> Stream.of(text);
            case Block.Item(var text, _) -> Stream.of(text);
            case Block.Heading(_, var text, _) -> Stream.of(text);
            case Block.Table table when table.header().size() == 2 ->
                    Stream.concat(Stream.of(table.header()), table.rows().stream())
                            .map(row -> row.getFirst().replaceFirst(":$", "") + ": " + row.get(1));
            case Block.Table _, Block.Step _, Block.Notice _, Block.Figure _ -> Stream.empty();
        };
    }

    /// What the texts that begin with a label say; nothing unless they say at least two things,
    /// since one word with a colon is no title page. The title is never among them.
    public static DeclaredManual read(List<String> texts) {
        Map<Label, String> values = new EnumMap<>(Label.class);
        texts.stream()
                .map(PassageText::oneLine)
                .filter(TitlePage::beginsWithLabel)
                .forEach(text -> values(text).forEach(values::putIfAbsent));
        if (values.size() < 2) {
            return DeclaredManual.NOTHING;
        }
        return new DeclaredManual(
                values.get(Label.ID),
                null,
                values.get(Label.REVISION),
                language(values.get(Label.LANGUAGE)),
                models(values.get(Label.MODELS)),
                date(values.get(Label.DATE)));
    }

    private static boolean beginsWithLabel(String text) {
        return Arrays.stream(Label.values()).anyMatch(l -> l.pattern.matcher(text).lookingAt());
    }

    private static Map<Label, String> values(String text) {
        Map<Label, String> values = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            Matcher matcher = label.pattern.matcher(text);
            if (matcher.find()) {
                String value = text.substring(matcher.end(), end(text, matcher.end())).strip();
                if (!value.isEmpty()) {
                    values.put(label, value.replaceAll("[\\s,;|·]+$", ""));
                }
            }
        }
        return values;
    }

    private static int end(String text, int from) {
        return Arrays.stream(Label.values())
                .map(label -> label.pattern.matcher(text))
                .filter(matcher -> matcher.find(from))
                .mapToInt(Matcher::start)
                .min()
                .orElse(text.length());
    }

    private static @Nullable String language(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        String known = LANGUAGES.get(lower);
        return known != null ? known : TAG.matcher(lower).matches() ? value : null;
    }

    private static @Nullable List<String> models(@Nullable String value) {
        return value == null ? null : List.of(value.split("\\s*[,;]\\s*"));
    }

    private static @Nullable LocalDate date(@Nullable String value) {
        if (value == null) {
            return null;
        }
        Matcher iso = ISO.matcher(value);
        Matcher german = GERMAN.matcher(value);
        try {
            if (iso.matches()) {
                return date(iso.group(1), iso.group(2), iso.group(3));
            }
            return german.matches()
                    ? date(german.group(3), german.group(2), german.group(1))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
