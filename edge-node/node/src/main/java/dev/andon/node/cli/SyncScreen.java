package dev.andon.node.cli;

import dev.andon.node.sync.Contact;
import dev.andon.node.sync.DeadLetter;
import dev.andon.node.sync.LinkState;
import dev.andon.node.sync.TimeAgo;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.protocol.NodeStatus.OutboxState;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// The sync on a terminal.
final class SyncScreen {
    /// A serving node writes down its state at least so often.
    private static final long FRESH_MS = 90_000;

    private static final int COLUMNS = 100;
    private static final int TEXT_MAX = 60;

    private final PrintWriter out;
    private final long now;

    SyncScreen(PrintWriter out, long now) {
        this.out = out;
        this.now = now;
    }

    void hub(@Nullable Enrolment enrolment, Contact contact) {
        if (enrolment == null) {
            row("Hub", "none; this node is not enrolled (andon enrol https://HUB:PORT CODE)");
            return;
        }
        row("Hub", "%s, site %s".formatted(enrolment.hub(), enrolment.site()));
        row("Node", enrolment.node());
        link(contact);
        Long heard = contact.heardAt();
        row("Hub's last answer", heard == null ? "none yet" : ago(heard));
    }

    private void link(Contact contact) {
        LinkState link = contact.link();
        if (link == null || now - contact.at() > FRESH_MS) {
            row("Link", "down; andon serve does not run");
        }
        if (link != null) {
            boolean fresh = now - contact.at() <= FRESH_MS;
            wrapped(fresh ? "Link" : "Before", link.detail());
            if (link.mend() != null) {
                wrapped("", link.mend());
            }
        }
    }

    void outbox(String epoch, OutboxState state) {
        row("Waiting", waiting(state));
        row("Given up", "%,d turns, for want of room or time".formatted(state.droppedTurns()));
        row(
                "Dead letters",
                state.deadLetters() == 0
                        ? "none"
                        : "%,d (andon sync dead-letters)".formatted(state.deadLetters()));
        row("Outbox", "%s, %,d events so far".formatted(epoch, state.lastSeq()));
    }

    void deadLetters(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            out.println("No dead letters.");
            return;
        }
        out.printf("%-19s  %8s  %-12s  %-15s  %s%n", "Written", "Event", "Kind", "Why", "Text");
        for (DeadLetter letter : letters) {
            out.printf(
                    "%-19s  %8d  %-12s  %-15s  %s%n",
                    TimeAgo.clock(letter.at()),
                    letter.seq(),
                    letter.kind(),
                    letter.code(),
                    cut(letter.json()));
        }
    }

    private String waiting(OutboxState state) {
        Long oldest = state.oldestAt();
        return oldest == null
                ? "nothing"
                : "%,d events, %s, the oldest written %s"
                        .formatted(state.rows(), size(state.bytes()), ago(oldest));
    }

    private String ago(long at) {
        return TimeAgo.of(at, now);
    }

    private static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "...";
    }

    private void wrapped(String name, String text) {
        List<String> lines = Wrapped.lines(text, COLUMNS - 20);
        row(name, lines.getFirst());
        lines.stream().skip(1).forEach(line -> row("", line));
    }

    private void row(String name, String text) {
        out.printf("%-18s  %s%n", name, text);
    }
}
