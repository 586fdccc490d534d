package dev.andon.node.dialog;

import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.ManualStore;

import java.util.List;
import java.util.Objects;

/// Knows in which language the manuals of machines are.
@FunctionalInterface
public interface LanguageOfManuals {
    /// The one language, BCP 47, of all manuals for these models; English where there are several
    /// or none.
    ///
    /// @param models empty means all
    String of(List<String> models);

    /// Reads it off the current manuals of a store.
    static LanguageOfManuals in(ManualStore store) {
        return models -> {
            List<String> languages =
                    store.list().stream()
                            .filter(IndexedManual::current)
                            .map(IndexedManual::manual)
                            .filter(manual -> manual.appliesTo(models))
                            .map(Manual::language)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList();
            return languages.size() == 1 ? languages.getFirst() : "en";
        };
    }
}
