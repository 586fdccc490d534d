package dev.andon.node.eval.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.demo.DemoPlant;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.node.EdgeNode;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.bench.Figure;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.TurnInput;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The typed part of the evaluation, whole, on a real node; and what is counted of people who are
/// misheard.
class TypedDialogueTest {
    @TempDir private static Path folder;
    private static @Nullable EdgeNode opened;

    @BeforeAll
    static void opensAPlantWithItsPress() {
        NodeHome home = new NodeHome(folder.resolve("home")).create();
        DemoPlant plant = DemoPlant.unpack(folder.resolve("plant"));
        RegisterWriter.write(RegisterReader.read(plant.register()), home.register());
        opened = EdgeNode.open(home, DeviceConfig.defaults());
        Path press = plant.manuals().resolve("press-hp63-service.md");
        node().indexer().index(List.of(press), DeclaredManual.NOTHING, _ -> {});
    }

    @AfterAll
    static void closes() {
        node().close();
    }

    @ParameterizedTest
    @CsvSource({"fr, 2", "de, 2", "en, 5"})
    void understandsWhatIsTyped(String language, int every) {
        DialogueReport report =
                new DialogueEvaluation(DeviceConfig.defaults(), List.of(), every, _ -> {})
                        .runTyped(node(), List.of(language));
        String errors = String.join("\n", report.errors());
        String accuracy = "command_accuracy_" + (language.equals("en") ? "text" : language);
        assertThat(value(report, accuracy)).as(errors).isGreaterThanOrEqualTo(0.95);
        assertThat(value(report, "wrong_actions")).as(errors).isZero();
        assertThat(value(report, "no_as_yes")).as(errors).isZero();
        assertThat(value(report, "procedure_bypasses")).as(errors).isZero();
        assertThat(report.unsafe()).isFalse();
    }

    /// Both ask what has become of the manual, which is kept in another store than the procedure.
    @Test
    void resumesAndEndsAProcedureOnARealNode() {
        Conversation talk = stand().in("at-step", "en", "press-1");
        assertThat(typed(talk, "resume").said()).contains("Clear the table");
        assertThat(typed(talk, "pause").said()).isNotEmpty();
        assertThat(typed(talk, "next").said()).contains("Clear the table");
        stand().clear();
        assertThat(stand().run("press-1")).isEmpty();
    }

    private static TurnSeen typed(Conversation talk, String words) {
        return stand().turn(new TurnInput.Typed(words, "press-1"), talk, null);
    }

    @Test
    void correctsWhatWasMisheard() {
        OpeningResult opening = opening(Map.of(OPENING, OPENING.replace("two", "three")));
        assertThat(opening.right()).isTrue();
        assertThat(opening.rounds()).isEqualTo(1);
        assertThat(opening.nos()).isEqualTo(1);
        assertThat(opening.noAsYes()).isZero();
    }

    @Test
    void countsAnIncidentThatWasNotMeant() {
        OpeningResult opening =
                opening(
                        Map.of(
                                OPENING,
                                OPENING.replace("two", "three"),
                                "no fault E forty two",
                                "yes"));
        assertThat(opening.wrongAction()).isTrue();
        assertThat(opening.noAsYes()).isEqualTo(1);
    }

    @Test
    void givesUpWhereNothingIsUnderstood() {
        OpeningResult opening =
                opening(
                        Map.of(
                                OPENING,
                                OPENING.replace("two", "three"),
                                "no fault E forty two",
                                "no the palletiser"));
        assertThat(opening.stored()).isZero();
        assertThat(opening.rounds()).isGreaterThan(OpeningDialogue.ROUNDS_MAX);
        assertThat(opening.lines().getLast()).contains("\"cancel\"", "Nothing is recorded");
    }

    @Test
    void countsANoThatWasTakenForAYes() {
        TaskResult no =
                new TaskRun(stand(), new Misheard(Map.of("no", "yes")), Condition.TEXT)
                        .of(task("no", "reading-back", "no", ""));
        assertThat(no.noAsYes()).isEqualTo(1);
        assertThat(no.wrongAction()).isTrue();
        DialogueReport report =
                new DialogueReport(
                        List.of(), List.of(), new DialogueFindings(List.of(no), List.of()));
        assertThat(report.unsafe()).isTrue();
        assertThat(value(report, "no_as_yes")).isEqualTo(1);
        assertThat(report.errors()).singleElement().asString().contains("NO TAKEN FOR YES");
    }

    @Test
    void countsASlotOnlyWithItsCommand() {
        DialogueTask meant =
                task("the filler", "asked-machine", "yes", ", \"machine\": \"filler-1\"");
        TaskResult result = new TaskRun(stand(), new Typist(), Condition.TEXT).of(meant);
        assertThat(result.slots()).singleElement().matches(SlotSeen::equal);
        assertThat(result.right(result.slots().getFirst())).isFalse();
    }

    @Test
    void seesAStepThatWasPassed() {
        BypassAttempt passed =
                BypassAttempt.of(
                        stand(),
                        new Misheard(Map.of("skip it", "step one done")),
                        Condition.TEXT,
                        "en",
                        "skip it");
        assertThat(passed.passed()).isTrue();
        assertThat(stand().run("press-1")).isEmpty();
    }

    private static final String OPENING = "open an incident on the palletiser fault E forty two";

    private static OpeningResult opening(Map<String, String> misheard) {
        DialogueTask task =
                task(
                        OPENING,
                        "fresh",
                        "open",
                        ", \"machine\": \"palletiser-1\", \"fault\": \"E-42\", \"then\":"
                                + " {\"machine\": \"palletiser-1\", \"machine_said\": \"the"
                                + " palletiser\", \"fault_said\": \"E forty two\","
                                + " \"since_said\": \"ten minutes ago\", \"since_minutes\": 10}");
        TaskResult result = new TaskRun(stand(), new Misheard(misheard), Condition.TEXT).of(task);
        return Objects.requireNonNull(result.opening());
    }

    private static DialogueTask task(String say, String scene, String intent, String more) {
        String line =
                "{\"id\": \"en-1\", \"say\": \"%s\", \"scene\": \"%s\", \"intent\": \"%s\"%s}"
                        .formatted(say, scene, intent, more);
        return DialogueSet.read("test", line).getFirst();
    }

    private static Stand stand() {
        return Stand.of(node());
    }

    private static EdgeNode node() {
        return Objects.requireNonNull(opened);
    }

    private static double value(DialogueReport report, String name) {
        return report.figures().stream()
                .filter(figure -> figure.name().equals("dialogue." + name))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow();
    }

    /// Somebody of whose words others are heard.
    private record Misheard(Map<String, String> words) implements Speaker {
        @Override
        public TurnInput says(String said, @Nullable String station) {
            return new TurnInput.Typed(words.getOrDefault(said, said), station);
        }

        @Override
        public @Nullable AudioSink ear() {
            return null;
        }

        @Override
        public String name() {
            return "misheard";
        }
    }
}
