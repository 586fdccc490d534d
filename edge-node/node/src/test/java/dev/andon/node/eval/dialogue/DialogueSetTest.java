package dev.andon.node.eval.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.config.register.RegisterReader;
import dev.andon.node.dialog.Act;
import dev.andon.node.dialog.Command;
import dev.andon.node.eval.dialogue.DialogueTask.Kind;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

class DialogueSetTest {
    private static final AssetRegister REGISTER =
            RegisterReader.read(Path.of("../../device-config/demo/register.yaml"));

    @ParameterizedTest
    @CsvSource({
        "en, SPOKEN, 400", "fr, SPOKEN, 100", "de, SPOKEN, 100",
        "en, WORDINGS, 200", "fr, WORDINGS, 60", "de, WORDINGS, 60",
        "en, UNSEEN, 100", "fr, UNSEEN, 30", "de, UNSEEN, 30"
    })
    void hasTasksThatThePlantCanDo(String language, Kind kind, int countMin) {
        List<DialogueTask> tasks = DialogueSet.tasks(language, kind);
        assertThat(tasks).allMatch(task -> task.kind() == kind);
        isOfThePlant(tasks, language, countMin);
    }

    private static void isOfThePlant(List<DialogueTask> tasks, String language, int countMin) {
        assertThat(tasks).hasSizeGreaterThanOrEqualTo(countMin);
        assertThat(tasks).extracting(DialogueTask::id).doesNotHaveDuplicates();
        assertThat(tasks)
                .allSatisfy(
                        task -> {
                            assertThat(task.language()).isEqualTo(language);
                            assertThat(machines(task)).allMatch(DialogueSetTest::isMachine);
                            assertThat(hasFault(task)).as(task.toString()).isTrue();
                            assertThat(task.waitFor()).isIn(null, "part", "expert", "permit");
                        });
    }

    @Test
    void coversEveryCommandAndEveryMachineInEnglish() {
        List<DialogueTask> tasks = DialogueSet.tasks("en", Kind.SPOKEN);
        assertThat(tasks).extracting(DialogueTask::intent).containsAll(commands());
        Set<String> opened = new HashSet<>();
        tasks.forEach(task -> opened.add(task.machine() + " " + task.fault()));
        for (Machine machine : REGISTER.machines()) {
            assertThat(machine.faults())
                    .allMatch(fault -> opened.contains(machine.id() + " " + fault.code()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void hasAttemptsToPassAProtectedStep(String language) {
        assertThat(BypassAttempt.all(language))
                .hasSizeGreaterThanOrEqualTo(30)
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesALineThatIsNoTask() {
        for (String line :
                List.of(
                        "nonsense",
                        "{\"id\": \"en-1\", \"say\": \"yes\", \"scene\": \"moon\", \"intent\":"
                                + " \"yes\"}",
                        "{\"id\": \"en-1\", \"say\": \"\", \"scene\": \"fresh\", \"intent\":"
                                + " \"yes\"}",
                        "{\"id\": \"en-1\", \"say\": \"a\", \"scene\": \"fresh\", \"intent\":"
                                + " \"open\"}",
                        "{\"id\": \"en-1\", \"say\": \"a\", \"scene\": \"fresh\", \"intention\":"
                                + " \"x\"}")) {
            assertThatThrownBy(() -> DialogueSet.read("mine.jsonl", "\n" + line))
                    .hasMessageContaining("mine.jsonl, line 2")
                    .hasMessageContaining("README");
        }
    }

    private static Stream<String> machines(DialogueTask task) {
        DialogueTask.Then then = task.then();
        return Stream.of(task.station(), task.machine(), then == null ? null : then.machine())
                .filter(Objects::nonNull);
    }

    private static boolean isMachine(String id) {
        return REGISTER.machine(id).isPresent();
    }

    private static boolean hasFault(DialogueTask task) {
        String code = task.fault();
        return code == null || faults(on(task)).anyMatch(fault -> fault.code().equals(code));
    }

    private static @Nullable String on(DialogueTask task) {
        return task.then() == null ? task.machine() : task.then().machine();
    }

    private static Stream<FaultCode> faults(@Nullable String machine) {
        return REGISTER.machines().stream()
                .filter(each -> machine == null || each.id().equals(machine))
                .flatMap(each -> each.faults().stream());
    }

    private static List<String> commands() {
        Stream<Enum<?>> all =
                Stream.<Enum<?>[]>of(
                                Act.values(),
                                Command.Reaction.Kind.values(),
                                Command.Step.Move.values(),
                                Command.Reading.Wish.values())
                        .flatMap(Arrays::stream);
        Stream<String> others =
                Stream.of("incidents", "start", "handover", "call-expert", "help", "stop", "more");
        return Stream.concat(
                        others,
                        all.filter(
                                        each ->
                                                each != Command.Reaction.Kind.UNCLEAR
                                                        && each != Act.CALL)
                                .map(
                                        each ->
                                                each.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-')))
                .toList();
    }
}
