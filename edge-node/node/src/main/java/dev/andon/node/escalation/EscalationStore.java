package dev.andon.node.escalation;

import dev.andon.node.escalation.Escalation.Reply;
import dev.andon.protocol.fact.EscalationFact;

import java.util.List;
import java.util.Optional;

/// Where calls and replies are kept. Failures are [dev.andon.knowledge.StageException]s of the
// stage
/// `store`.
public interface EscalationStore {
    /// Keeps a call, with its event for the hub, in one transaction.
    void call(Escalation call, EscalationFact fact);

    /// Keeps a reply; one that is there already stays as it is.
    ///
    /// @return false: there is no such call, and nothing was kept
    boolean reply(Reply reply);

    /// The call with this id.
    Optional<Escalation> find(String id);

    /// The latest call first.
    List<Escalation> list(int max);

    /// Replies of which nobody was told, the first one first.
    List<Reply> unheard(int max);

    /// Notes that a reply was told, with its event for the hub, in one transaction.
    ///
    /// @return false: it was told before, or there is no such reply
    boolean told(String reply, long at);
}
