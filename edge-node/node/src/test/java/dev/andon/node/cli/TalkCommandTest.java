package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A conversation on the demonstration's node, a line a turn.
class TalkCommandTest {
    @TempDir private Path home;

    @Test
    void talksALineATurnUntilTheInputEnds() throws IOException {
        DemoHome.copy(home);
        CommandRun run =
                talk(
                        "What does fault E-42 mean?",
                        "",
                        "open an incident with fault E-36 just now",
                        "@" + home.resolve("missing.wav"),
                        "yes",
                        "@" + DemoHome.recording("demo-2"));
        List<String> replies =
                run.objects().stream().map(turn -> turn.at("/reply/text").asText()).toList();
        assertThat(replies).hasSize(5);
        assertThat(replies.get(1)).endsWith("Correct?");
        assertThat(run.objects().get(2).at("/failure/message").asText()).contains("missing.wav");
        assertThat(replies.get(3)).startsWith("The incident is open");
        assertThat(run.objects().getLast().path("heard").asText()).contains("fault");
        assertThat(run.exit()).as("one line could not be read").isEqualTo(1);
        CommandRun incidents = CommandRun.of("--home", home.toString(), "incidents", "--json");
        assertThat(incidents.out()).contains("palletiser-1", "E-36");
    }

    @Test
    void saysNothingWhereNothingIsSaid() throws IOException {
        DemoHome.copy(home);
        CommandRun run = talk();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void lintTellsByItsExitCodeWhetherAllCanBeReached() {
        CommandRun run = DemoHome.andon("lint", "--json");
        boolean unreachable =
                run.objects().stream()
                        .filter(finding -> !finding.path("what").asText().equals("part"))
                        .anyMatch(finding -> finding.path("unreachable").asBoolean());
        assertThat(run.exit()).as(run.err()).isEqualTo(unreachable ? 1 : 0);
        assertThat(run.objects())
                .allSatisfy(
                        finding ->
                                assertThat(finding.fieldNames())
                                        .toIterable()
                                        .containsExactly(
                                                "machine",
                                                "what",
                                                "written",
                                                "words",
                                                "proposals",
                                                "unreachable"));
        assertThat(DemoHome.andon("lint").out()).contains("8 machines: ");
    }

    private CommandRun talk(String... lines) {
        InputStream keyboard = System.in;
        String input = String.join("\n", lines);
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return CommandRun.of(
                    "--home", home.toString(), "talk", "--json", "--machine", "palletiser-1");
        } finally {
            System.setIn(keyboard);
        }
    }
}
