package dev.andon.knowledge.corpus.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a column of figures is about.
///
/// @param kind of its header; null for a header that is a name of its own
/// @param unit of all its figures; empty if the header gives none
/// @param quantity that its header names, as written; empty if it names none
/// @param conditions that its header names
record Column(
        int index, Optional<Header> kind, String unit, String quantity, List<String> conditions) {
    private static final Pattern DIVIDER = Pattern.compile("\\s*[,;/]\\s+|\\s+[–-]\\s+");
    private static final Pattern IN = Pattern.compile("(?iu)^(?:in|en) ");
    private static final Pattern CONDITION = WordList.of("condition").anywhere();

    Column {
        conditions = List.copyOf(conditions);
    }

    /// Reads a header; a single letter is a unit in brackets only: `Torque, dry (N·m)`, `Minimum`,
    /// `PX-200`, `Torque in N·m`.
    static Column of(int index, String header) {
        String unit = "";
        List<String> parts = new ArrayList<>();
        for (String part : DIVIDER.split(header)) {
            String bare = IN.matcher(part).replaceFirst("");
            String bracket = Header.inBrackets(part);
            if (unit.isEmpty() && bare.length() > 1 && Figures.isUnit(bare)) {
                unit = bare;
            } else if (unit.isEmpty() && Figures.isUnit(bracket)) {
                unit = bracket;
                parts.add(Header.withoutBrackets(part));
            } else {
                parts.add(Header.withoutBrackets(part));
                parts.add(bracket);
            }
        }
        if (unit.isEmpty()) {
            unit = Figures.unitOf(header).orElse("");
        }
        parts.removeIf(String::isBlank);
        Optional<Header> kind =
                Header.of(header).or(() -> parts.stream().flatMap(Column::limit).findFirst());
        return named(index, kind, unit, parts);
    }

    private static Column named(int index, Optional<Header> kind, String unit, List<String> parts) {
        String quantity = "";
        List<String> conditions = new ArrayList<>();
        for (String part : parts) {
            Optional<Header> said = Header.of(part);
            boolean generic = said.filter(Column::isGeneric).isPresent();
            String measured = Quantities.anyIn(part);
            if (said.filter(Column::isQuantity).isPresent()) {
                quantity = part;
            } else if (quantity.isEmpty() && !measured.isEmpty()) {
                quantity = CONDITION.matcher(part).find() ? measured : part;
                Stream.of(part)
                        .filter(p -> CONDITION.matcher(p).find())
                        .map(p -> without(p, measured))
                        .forEach(conditions::add);
            } else if (!generic) {
                conditions.add(part);
            }
        }
        return new Column(index, kind, unit, quantity, conditions);
    }

    private static String without(String part, String measured) {
        return part.replace(measured, "").strip();
    }

    private static boolean isGeneric(Header header) {
        return header == Header.VALUE;
    }

    private static boolean isQuantity(Header header) {
        return header == Header.COUNT || header == Header.INTERVAL;
    }

    private static Stream<Header> limit(String part) {
        return Header.of(part).filter(Column::isLimit).stream();
    }

    private static boolean isLimit(Header header) {
        return header == Header.MINIMUM || header == Header.MAXIMUM;
    }

    /// The conditions without the limit: what a minimum and a maximum have in common.
    List<String> scope() {
        return conditions.stream().filter(part -> limit(part).findFirst().isEmpty()).toList();
    }

    boolean is(Header header) {
        return kind.filter(header::equals).isPresent();
    }
}
