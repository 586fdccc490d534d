package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.measure.Measure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Holds a row that says a sentence against rows of other tables that the sentence names as well:
/// where they give another figure, a word of the sentence must tell which table is meant (a table
/// of dry torques beside one of lubricated ones).
///
/// @param figures columns whose figures the sentence has
record OtherTables(StatedRow row, Set<Integer> figures, Wording sentence) {
    /// Whether no other table is meant as much as this one and says otherwise.
    boolean agree(List<StatedRow> rows) {
        return figures.isEmpty()
                || rows.stream()
                        .filter(other -> !other.table().header().equals(row.table().header()))
                        .filter(this::isNamed)
                        .filter(this::saysOtherwise)
                        .allMatch(this::isToldFrom);
    }

    private boolean isNamed(StatedRow other) {
        return !other.key().isEmpty() && other.key().stream().allMatch(sentence::has);
    }

    /// It has figures in the unit of these, and not these.
    private boolean saysOtherwise(StatedRow other) {
        List<Measure> said = values(row, figures);
        List<Measure> its = other.values().stream().flatMap(Optional::stream).toList();
        return its.stream().anyMatch(each -> each.unit().equals(said.getFirst().unit()))
                && !its.containsAll(said);
    }

    /// The sentence has a word of this row or its headers that the other row has not.
    private boolean isToldFrom(StatedRow other) {
        return Stream.of(
                        figures.stream().map(column -> row.headers().get(column)),
                        row.words().stream(),
                        Stream.of(new Wording(row.conditions(), List.of())))
                .flatMap(wordings -> wordings)
                .flatMap(wording -> wording.content().stream())
                .filter(sentence::has)
                .anyMatch(token -> !other.has(token) && !other.conditions().contains(token));
    }

    private static List<Measure> values(StatedRow row, Collection<Integer> columns) {
        return columns.stream().map(column -> row.values().get(column).orElseThrow()).toList();
    }
}
