package dev.andon.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.AssetRegister;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.escalation.Escalation;
import dev.andon.protocol.Command;
import dev.andon.protocol.ExpertReply;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What is said at the end of a turn.
class NoticeTest {
    @TempDir private Path folder;
    private NodeJournal journal;

    @BeforeEach
    void open() {
        journal =
                NodeJournal.open(
                        new NodeHome(folder).create(),
                        DeviceConfig.defaults(),
                        AssetRegister.empty());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void saysThatTheExpertAnsweredOnce() {
        assertThat(journal.notice()).isNull();
        Escalation call = journal.escalations().call("Why?", List.of(), null, null);
        reply(call, "Look at the seal.");
        assertThat(journal.notice())
                .isEqualTo("The expert has answered your question. Look at the seal.");
        assertThat(journal.notice()).isNull();
    }

    @Test
    void saysOneThingATurnInTheOrderOfTheirJoining() {
        Deque<String> said = new ArrayDeque<>(List.of("One.", "Two."));
        journal.join(said::poll);
        journal.join(() -> "Last.");
        Escalation call = journal.escalations().call("Why?", List.of(), null, null);
        reply(call, "Look at the seal.");
        assertThat(journal.notice()).startsWith("The expert has answered");
        assertThat(journal.notice()).isEqualTo("One.");
        assertThat(journal.notice()).isEqualTo("Two.");
        assertThat(journal.notice()).isEqualTo("Last.");
    }

    @Test
    void keepsATurnWholeWhereANoticeCannotBeAskedFor() {
        journal.join(
                () -> {
                    throw new StageException(Stage.STORE, "database-io", "The disk is gone.");
                });
        journal.join(() -> "Another.");
        assertThat(journal.notice()).isEqualTo("Another.");
    }

    private void reply(Escalation call, String text) {
        journal.escalations()
                .replied(
                        new Command(
                                "r-1",
                                ExpertReply.COMMAND,
                                new ExpertReply(call.id(), text, null).arguments(),
                                Long.MAX_VALUE));
    }
}
