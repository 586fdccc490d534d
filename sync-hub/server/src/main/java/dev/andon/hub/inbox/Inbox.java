package dev.andon.hub.inbox;

import dev.andon.hub.fleet.Commands;
import dev.andon.hub.inbox.ExpertCall.Answer;
import dev.andon.hub.store.HubStore;
import dev.andon.protocol.Command;
import dev.andon.protocol.ExpertReply;
import dev.andon.protocol.ProtocolException;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Calls for the expert, and his answers to them. An answer is kept here and sent again with each
/// new link until its node confirmed it, as any command is.
public final class Inbox {
    /// Fewer characters of an id could mean many.
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{4}[0-9a-f-]{0,32}");

    private final HubStore store;
    private final Commands commands;
    private final InstantSource clock;

    /// @param commands to the nodes
    /// @param clock the hub's
    public Inbox(HubStore store, Commands commands, InstantSource clock) {
        this.store = store;
        this.commands = commands;
        this.clock = clock;
    }

    /// The latest calls first.
    ///
    /// @param openOnly those that still want an answer
    /// @throws dev.andon.hub.store.StoreException if the store fails
    public List<ExpertCall> calls(boolean openOnly, int max) {
        return store.read(handle -> rows(handle).calls(openOnly, max));
    }

    /// Answers a call. The same words again are the same answer, unless its node refused it or was
    /// away too long.
    ///
    /// @param id of the call, or the first letters of it (four at least)
    /// @param text the expert's words, at most [ExpertReply#TEXT_CHARS_MAX] characters
    /// @param card a document of the library that goes with it; null for none
    /// @param wait for the node to confirm it; it may do so later
    /// @return the call with the answer
    /// @throws InboxException `unknown-escalation`, `ambiguous-escalation`, `no-answer`,
    ///     `text-too-long`
    /// @throws dev.andon.hub.store.StoreException if the store fails
    public ExpertCall answer(String id, String text, @Nullable String card, Duration wait)
            throws InterruptedException {
        ExpertCall call = call(id);
        ExpertReply reply = checked(call, text, card);
        String command = same(call, reply).map(Answer::id).orElseGet(() -> issue(call, reply).id());
        commands.await(command, wait);
        return call(call.escalation());
    }

    /// Empties the words that are older, in the transaction of the handle.
    ///
    /// @param before UTC milliseconds
    /// @return how many were emptied
    public long forget(Handle handle, long before) {
        return rows(handle).forget(before);
    }

    private Command issue(ExpertCall call, ExpertReply reply) {
        return commands.issue(
                call.node(),
                ExpertReply.COMMAND,
                reply.arguments(),
                Commands.LIFETIME_MAX,
                (handle, command) -> rows(handle).answered(call, command, reply));
    }

    private static Optional<Answer> same(ExpertCall call, ExpertReply reply) {
        return call.answers().stream()
                .filter(answer -> answer.state().stands() && reply.text().equals(answer.text()))
                .findFirst();
    }

    private static ExpertReply checked(ExpertCall call, String text, @Nullable String card) {
        if (text.isBlank()) {
            throw new InboxException("no-answer", "There is no answer: the text is empty.");
        }
        try {
            ExpertReply whole = new ExpertReply(call.escalation(), text.strip(), card);
            return InboxRows.storable(ExpertReply.of(whole.arguments()));
        } catch (ProtocolException e) {
            throw new InboxException("text-too-long", String.valueOf(e.getMessage()));
        }
    }

    private ExpertCall call(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        List<ExpertCall> found =
                PREFIX.matcher(wanted).matches()
                        ? store.read(handle -> rows(handle).beginningWith(wanted))
                        : List.of();
        if (found.size() > 1) {
            throw new InboxException(
                    "ambiguous-escalation",
                    "More than one call begins with '%s'. Write more of its id.".formatted(wanted));
        }
        if (found.isEmpty()) {
            throw new InboxException(
                    "unknown-escalation",
                    "There is no call '%s'. andon fleet inbox lists them.".formatted(id.strip()));
        }
        return found.getFirst();
    }

    private InboxRows rows(Handle handle) {
        return new InboxRows(handle, clock.millis());
    }
}
