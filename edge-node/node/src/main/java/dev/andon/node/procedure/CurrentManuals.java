package dev.andon.node.procedure;

import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.Manual;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/// Tells what has become of the manual of a run: which revision a library serves now.
///
/// @param library lists all its manuals; [dev.andon.knowledge.corpus.ManualStore#list]
public record CurrentManuals(Supplier<List<IndexedManual>> library)
        implements Function<ProcedureText, ManualNow> {
    @Override
    public ManualNow apply(ProcedureText text) {
        List<Manual> served =
                library.get().stream()
                        .filter(IndexedManual::current)
                        .map(IndexedManual::manual)
                        .filter(manual -> manual.id().equals(text.manual()))
                        .toList();
        if (served.isEmpty()) {
            return new ManualNow.Gone();
        }
        boolean same = served.stream().anyMatch(m -> Objects.equals(m.revision(), text.revision()));
        return same ? new ManualNow.Same() : new ManualNow.Newer(served.getFirst().revision());
    }
}
