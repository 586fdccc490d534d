package dev.andon.knowledge.answer.egress;

import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Passage;

import java.util.List;
import java.util.Set;

/// What may be sent to a model that does not run on this box.
///
/// A question is data too: it is sent only along with passages that may be, and an earlier answer
/// only if all that it cites may be.
///
/// @param server for the log, and for whoever reads it
/// @param classes of documents whose text may be sent
/// @param log told before anything is sent
public record RemotePolicy(String server, Set<DocumentClass> classes, EgressLog log) {
    /// Said with every answer for which something was sent.
    public static final String ASKED = "Asked the plant's server.";

    /// Put behind the text of an answer whose manual may not be sent.
    public static final String KEPT =
            "(without the language model: this class of document stays on this box)";

    public RemotePolicy {
        classes = Set.copyOf(classes);
    }

    /// The passages that may be sent.
    public List<Passage> allowed(List<Passage> passages) {
        return passages.stream().filter(passage -> allows(passage.manual())).toList();
    }

    /// Whether all that an answer stands on may be sent.
    public boolean allows(List<Citation> citations) {
        return citations.stream().map(Citation::manual).allMatch(this::allows);
    }

    private boolean allows(Manual manual) {
        return classes.contains(manual.documentClass());
    }
}
