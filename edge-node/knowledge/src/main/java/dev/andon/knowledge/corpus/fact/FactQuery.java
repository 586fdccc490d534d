package dev.andon.knowledge.corpus.fact;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// Which facts are wanted.
///
/// @param models machine models, a fact for any of them counts; empty for all manuals
/// @param manual the document's own number; null for all
/// @param kinds empty for all
public record FactQuery(List<String> models, @Nullable String manual, Set<FactKind> kinds) {
    /// Everything that the current manuals state.
    public static final FactQuery ALL = new FactQuery(List.of(), null, Set.of());

    public FactQuery {
        models = List.copyOf(models);
        kinds = Set.copyOf(kinds);
    }
}
