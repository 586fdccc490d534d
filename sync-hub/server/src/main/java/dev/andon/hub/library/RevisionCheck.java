package dev.andon.hub.library;

import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.RevisionOrder;
import dev.andon.knowledge.corpus.RevisionOrder.Filed;

import java.util.List;

/// Whether a revision may follow those that are there.
final class RevisionCheck {
    private final Manual added;
    private final List<Revision> earlier;

    /// @param added says its id and revision
    /// @param earlier of the same document, the newest first
    RevisionCheck(Manual added, List<Revision> earlier) {
        this.added = added;
        this.earlier = earlier;
    }

    /// @param force take it whatever the order
    /// @throws LibraryException `revision-unknown`, `id-taken`, `revision-order`
    void refuseUnlessLater(boolean force) {
        if (added.revision() == null || added.revision().isBlank()) {
            throw new LibraryException(
                    "revision-unknown",
                    "Nobody says which revision of %s this is: give --revision, or write 'revision:' into its sidecar file."
                            .formatted(added.id()));
        }
        if (!earlier.isEmpty()) {
            refuseOtherLanguage(earlier.getFirst());
            if (!force) {
                refuseEarlier(earlier.getFirst());
            }
        }
    }

    private void refuseOtherLanguage(Revision last) {
        String language = last.about().language();
        if (language != null
                && added.language() != null
                && !language.equalsIgnoreCase(added.language())) {
            throw new LibraryException(
                    "id-taken",
                    "%s is in the language %s and this is in %s: it is another document. Give it another id with --id %s-%s."
                            .formatted(
                                    last.words(),
                                    language,
                                    added.language(),
                                    added.id(),
                                    added.language()));
        }
    }

    private void refuseEarlier(Revision last) {
        Filed here = new Filed(added, "this");
        Filed there = new Filed(manual(last), "the library");
        boolean later =
                switch (RevisionOrder.compare(here, there)) {
                    case RevisionOrder.Supersedes(var newer, _) -> newer.equals(here);
                    case RevisionOrder.Undecided _ -> false;
                };
        if (!later) {
            throw new LibraryException(
                    "revision-order",
                    "Revision %s does not follow %s by the order of revisions. If it is later all the same, say so with --force-order."
                            .formatted(added.revision(), last.words()));
        }
    }

    private static Manual manual(Revision last) {
        return new Manual(
                last.document().id(),
                last.about().title(),
                last.revision(),
                last.about().language(),
                last.about().appliesTo(),
                null,
                DocumentClass.MANUAL);
    }
}
