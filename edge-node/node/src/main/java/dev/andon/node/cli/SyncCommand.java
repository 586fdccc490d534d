package dev.andon.node.cli;

import dev.andon.node.EdgeNode;
import dev.andon.node.NodeJournal;
import dev.andon.node.sync.Contact;
import dev.andon.node.sync.DeadLetter;
import dev.andon.node.sync.LinkState;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.node.sync.enrol.EnrolmentFolder;
import dev.andon.protocol.NodeStatus.OutboxState;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;

/// What waits for the hub, and how the link to it is. Works beside a node that serves.
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Shows what waits for the hub and how the link to it is.")
final class SyncCommand implements Callable<Integer> {
    private static final String LETTERS_MAX = "50";

    @ParentCommand private Andon andon;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    /// As JSON.
    ///
    /// @param hub null: not enrolled
    /// @param link as the serving node last knew it; null if none ever served
    /// @param linkAt when that was, UTC milliseconds
    /// @param heardAt when the hub last answered, UTC milliseconds; null: never
    private record View(
            @Nullable String hub,
            @Nullable String site,
            @Nullable String node,
            String epoch,
            OutboxState outbox,
            @Nullable LinkState link,
            @Nullable Long linkAt,
            @Nullable Long heardAt) {}

    @Override
    public Integer call() {
        Enrolment enrolment = new EnrolmentFolder(andon.home().hub()).read().orElse(null);
        Contact contact = Contact.read(andon.home().hub()).orElse(Contact.NONE);
        return with(
                journal -> {
                    if (json) {
                        andon.out().println(Json.line(view(enrolment, contact, journal)));
                    } else {
                        SyncScreen screen = new SyncScreen(andon.out(), journal.clock().at());
                        screen.hub(enrolment, contact);
                        screen.outbox(journal.outbox().epoch(), journal.outbox().state());
                    }
                    return ExitCode.OK;
                });
    }

    private static View view(@Nullable Enrolment enrolment, Contact contact, NodeJournal journal) {
        return new View(
                enrolment == null ? null : enrolment.hub().toString(),
                enrolment == null ? null : enrolment.site(),
                enrolment == null ? null : enrolment.node(),
                journal.outbox().epoch(),
                journal.outbox().state(),
                contact.link(),
                contact.link() == null ? null : contact.at(),
                contact.heardAt());
    }

    @Command(
            name = "dead-letters",
            mixinStandardHelpOptions = true,
            description = "Lists events that the hub refused or that no message can carry.")
    int deadLetters(
            @Option(
                            names = "--max",
                            paramLabel = "N",
                            defaultValue = LETTERS_MAX,
                            description = "At most so many, the latest first (${DEFAULT-VALUE}).")
                    int max,
            @Option(names = "--json", description = "One JSON object a line, with the whole text.")
                    boolean asJson) {
        return with(
                journal -> {
                    List<DeadLetter> letters = journal.outbox().deadLetters(max);
                    if (asJson) {
                        letters.forEach(letter -> andon.out().println(Json.line(letter)));
                    } else {
                        new SyncScreen(andon.out(), journal.clock().at()).deadLetters(letters);
                    }
                    return ExitCode.OK;
                });
    }

    private int with(ToIntFunction<NodeJournal> act) {
        try (NodeJournal journal =
                NodeJournal.open(andon.home(), andon.config(), EdgeNode.register(andon.home()))) {
            int exit = act.applyAsInt(journal);
            andon.out().flush();
            return exit;
        }
    }
}
