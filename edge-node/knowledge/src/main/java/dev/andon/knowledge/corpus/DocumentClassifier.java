package dev.andon.knowledge.corpus;

import dev.andon.knowledge.corpus.fact.MakeUp;

import java.util.List;

/// Tells what kind of document a manual is, by what it is made of and by its title, where nobody
/// says it.
///
/// A document that is mostly one thing is of that class; where its title says so, a smaller part
/// is enough. Everything else is a [DocumentClass#MANUAL].
final class DocumentClassifier {
    /// Share of a document's words that decide alone.
    private static final double MOST = 0.6;

    /// Share that decides together with the title.
    private static final double SOME = 0.2;

    private DocumentClassifier() {}

    /// The class of a document.
    static DocumentClass classify(String title, List<Block> blocks) {
        MakeUp makeUp = MakeUp.of(blocks);
        for (DocumentClass narrow : MakeUp.NARROW) {
            double share = makeUp.share(narrow);
            if (share >= MOST || share >= SOME && MakeUp.titles(narrow, title)) {
                return narrow;
            }
        }
        return DocumentClass.MANUAL;
    }
}
