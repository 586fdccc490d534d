package dev.andon.node.escalation;

import dev.andon.config.register.AssetRegister;
import dev.andon.node.escalation.Escalation.Reply;
import dev.andon.node.incident.Incident;
import dev.andon.protocol.Command;
import dev.andon.protocol.ExpertReply;
import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// Calls the expert, and keeps what he says until it is told. What a call returned is on the disk,
/// and so is its fact for the hub. Safe to call from any thread, and from several processes.
///
/// What cannot be so is refused with an [EscalationException]; a disk that is full or a damaged
/// journal with a [dev.andon.knowledge.StageException] of the stage `store`.
public final class Escalations {
    /// Characters of a question.
    public static final int QUESTION_CHARS_MAX = 2_000;

    /// Calls that one list shows.
    public static final int LISTED_MAX = 200;

    /// An answer stands on fewer.
    private static final int CITATIONS_MAX = 20;

    private static final int UNHEARD_MAX = 50;

    private final EscalationStore store;
    private final CalledMachine machines;
    private final UnaryOperator<String> redacted;
    private final LongSupplier now;

    /// @param redacted takes out of texts what belongs to people
    /// @param now the node's clock, UTC milliseconds
    public Escalations(
            EscalationStore store,
            AssetRegister register,
            UnaryOperator<String> redacted,
            LongSupplier now) {
        this.store = store;
        this.machines = new CalledMachine(register);
        this.redacted = redacted;
        this.now = now;
    }

    /// Calls the expert. The hub is told at once, or when the node reaches it again.
    ///
    /// @param question of whoever asks, as heard or typed
    /// @param citations that the node could offer; the first twenty go with it
    /// @param incident that it is about, whose timeline goes with it; null for none
    /// @param machine id, name or alias; null: that of the incident, or none
    /// @throws EscalationException `no-question`, `text-too-long`, `unknown-machine`,
    ///     `ambiguous-machine`
    public Escalation call(
            String question,
            List<TurnFact.Citation> citations,
            @Nullable Incident incident,
            @Nullable String machine) {
        Escalation call =
                new Escalation(
                        UUID.randomUUID().toString(),
                        now.getAsLong(),
                        incident == null ? null : incident.id(),
                        machine(incident, machine),
                        question(question),
                        citations.stream().limit(CITATIONS_MAX).toList(),
                        List.of());
        store.call(call, fact(call, incident));
        return call;
    }

    /// Does what the command `expertReply` asks: keeps the expert's words until they are told. The
    /// same command again changes nothing.
    ///
    /// @return what was done, for a person
    /// @throws EscalationException `unknown-escalation`
    /// @throws dev.andon.protocol.ProtocolException the command says too little, or too much
    public String replied(Command command) {
        ExpertReply said = ExpertReply.of(command.arguments());
        Reply reply =
                new Reply(
                        command.id(),
                        said.escalation(),
                        now.getAsLong(),
                        redacted.apply(said.text().strip()),
                        said.card(),
                        null);
        if (!store.reply(reply)) {
            throw new EscalationException(
                    "unknown-escalation",
                    "This node knows no call %s any more: its days may be over, or the node is new. Tell the line otherwise."
                            .formatted(said.escalation()));
        }
        return "The reply is on the node; whoever asked is told at the next turn.";
    }

    /// The call with this id.
    public Optional<Escalation> find(String id) {
        return store.find(id);
    }

    /// The latest calls first.
    public List<Escalation> list() {
        return store.list(LISTED_MAX);
    }

    /// Replies that came and of which nobody was told, the first one first.
    public List<Reply> unheard() {
        return store.unheard(UNHEARD_MAX);
    }

    /// Notes that a reply was told; the hub is told that, too.
    ///
    /// @return false: somebody else was told before
    public boolean told(String reply) {
        return store.told(reply, now.getAsLong());
    }

    /// How a reply is told.
    public ReplyWords words(Reply reply) {
        return ReplyWords.of(
                reply.text(),
                store.find(reply.escalation())
                        .map(Escalation::machine)
                        .flatMap(machines::name)
                        .orElse(null));
    }

    /// What is to be said aloud of the first reply of which nobody was told; null if there is none.
    /// It counts as told then: each reply is said once, whoever asks.
    public @Nullable String notice() {
        for (Reply reply : unheard()) {
            if (told(reply.id())) {
                return String.join(" ", words(reply).spoken());
            }
        }
        return null;
    }

    private @Nullable String machine(@Nullable Incident incident, @Nullable String called) {
        if (called != null) {
            return machines.of(called).id();
        }
        return incident == null ? null : incident.machine();
    }

    private String question(String asked) {
        String question = asked.strip();
        if (question.isEmpty()) {
            throw new EscalationException(
                    "no-question", "There is no question. Say what the expert is to answer.");
        }
        if (question.length() > QUESTION_CHARS_MAX) {
            throw new EscalationException(
                    "text-too-long",
                    "The question has %d characters; %d are the most. Shorten it."
                            .formatted(question.length(), QUESTION_CHARS_MAX));
        }
        return redacted.apply(question);
    }

    private static EscalationFact fact(Escalation call, @Nullable Incident incident) {
        List<EscalationFact.Step> timeline =
                incident == null
                        ? List.of()
                        : incident.standing().stream()
                                .map(
                                        milestone ->
                                                new EscalationFact.Step(
                                                        milestone.moment(),
                                                        milestone.at(),
                                                        milestone.waitFor()))
                                .toList();
        return new EscalationFact(
                call.id(),
                call.incident(),
                call.machine(),
                call.question(),
                call.citations(),
                timeline);
    }
}
