package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.answer.Exchange;
import dev.andon.knowledge.answer.Reply;
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
/// @param allowed classes of documents
/// @param log told before anything is sent
public record RemotePolicy(String server, Set<DocumentClass> allowed, EgressLog log) {
    /// Said with every answer for which something was sent.
    public static final String ASKED = "Asked the plant's server.";

    /// Put behind the text of an answer whose manual may not be sent.
    public static final String KEPT =
            "(without the language model: this class of document stays on this box)";

    public RemotePolicy {
        allowed = Set.copyOf(allowed);
    }

    List<Passage> allowed(List<Passage> passages) {
        return passages.stream().filter(passage -> allows(passage.manual())).toList();
    }

    boolean allows(Reply.Answer answer) {
        return answer.citations().stream().map(Citation::manual).allMatch(this::allows);
    }

    boolean allows(Exchange exchange) {
        return exchange.reply() instanceof Reply.Answer answer && allows(answer);
    }

    private boolean allows(Manual manual) {
        return allowed.contains(manual.documentClass());
    }
}
