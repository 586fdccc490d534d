package dev.andon.node.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.fact.Fact.StepType;
import dev.andon.node.procedure.Move.Confirm;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whatever is done and said in whatever order, a protected step is passed by its own confirmation
/// and by nothing else. What is its own is told here from what was said, not asked of the rules.
class ProtectedRunPropertyTest {
    private static final List<String> ATTEMPTS =
            Stream.of("en", "fr", "de")
                    .flatMap(l -> ProtectedStepTest.lines("attempts-" + l + ".txt").stream())
                    .toList();
    private static final int STEPS_MAX = 100;

    /// One thing that somebody does, and whether it confirms this step.
    private sealed interface Act {
        record Moves(Move move) implements Act {}

        record Says(String words) implements Act {}

        record Names(int number, String verb) implements Act {}

        record Waits(Duration time) implements Act {}

        record Restarts() implements Act {}
    }

    @Property(tries = 150, seed = "20260417")
    void passesNoProtectedStepWithoutItsOwnConfirmation(@ForAll("acts") List<Act> acts) {
        Bench bench = new Bench();
        bench.start(Texts.SEAL);
        for (Act act : acts) {
            ProcedureRun before = bench.run();
            perform(bench, act);
            ProcedureRun after =
                    bench.runs.open(Bench.PRESS).orElse(before.as(before.status(), bench.now));
            int moved = after.position() - before.position();
            assertThat(moved).as("%s at %s", act, before.step()).isLessThanOrEqualTo(1);
            boolean ended = bench.runs.open(Bench.PRESS).isEmpty();
            if (moved == 1 && before.step().guarded()) {
                assertThat(confirms(act, before.step()))
                        .as("%s passed %s", act, before.step())
                        .isTrue();
            }
            if (ended) {
                bench.start(Texts.SEAL);
            } else {
                assertThat(confirmedSteps(after)).isEqualTo(guardedBefore(after));
            }
        }
    }

    private static void perform(Bench bench, Act act) {
        switch (act) {
            case Act.Moves(Move move) -> bench.move(move);
            case Act.Says(String words) -> bench.hear(words);
            case Act.Names(int number, String verb) -> {
                String words = "step " + number + " " + verb;
                if (bench.hear(words) instanceof Outcome.Unguarded) {
                    bench.confirm(String.valueOf(number));
                }
            }
            case Act.Waits(Duration time) -> bench.pass(time);
            case Act.Restarts() -> bench.restart();
        }
    }

    private static boolean confirms(Act act, Step step) {
        boolean proof = step.type() == StepType.VERIFY;
        return switch (act) {
            case Act.Names(int number, String verb) ->
                    step.number().equals(String.valueOf(number))
                            && (!proof || verb.equals("verified"));
            case Act.Moves(Confirm confirm) -> confirms(confirm, step);
            case Act.Moves _, Act.Says _, Act.Waits _, Act.Restarts _ -> false;
        };
    }

    /// Step 4 alone states a figure, which is a proof.
    private static boolean confirms(Confirm confirm, Step step) {
        boolean zero = "0 bar".equals(confirm.value());
        boolean states = step.number().equals("4");
        return confirm.number() == null
                ? states && zero
                : confirm.number().equals(step.number())
                        && (!states || confirm.value() == null || zero);
    }

    private static List<Integer> confirmedSteps(ProcedureRun run) {
        return run.confirmations().stream().map(Confirmation::step).toList();
    }

    private static List<Integer> guardedBefore(ProcedureRun run) {
        List<Integer> guarded = new ArrayList<>();
        for (int i = 0; i < run.position(); i++) {
            if (run.text().steps().get(i).guarded()) {
                guarded.add(i);
            }
        }
        return guarded;
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 9);
        Arbitrary<Act> names =
                Combinators.combine(numbers, Arbitraries.of("done", "verified", "skipped"))
                        .as(Act.Names::new);
        Arbitrary<Act> moves = moves().map(Act.Moves::new);
        Arbitrary<Act> says = Arbitraries.of(ATTEMPTS).map(Act.Says::new);
        Arbitrary<Act> waits =
                Arbitraries.of(Duration.ofMinutes(5), Duration.ofHours(9)).map(Act.Waits::new);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, names),
                        net.jqwik.api.Tuple.of(6, moves),
                        net.jqwik.api.Tuple.of(3, says),
                        net.jqwik.api.Tuple.of(1, waits),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(new Act.Restarts())))
                .list()
                .ofMaxSize(STEPS_MAX);
    }

    private static Arbitrary<Move> moves() {
        Arbitrary<String> numbers = Arbitraries.integers().between(1, 9).map(String::valueOf);
        Arbitrary<String> values = Arbitraries.of("0 bar", "3 bar", "0 kPa", "a lot");
        Arbitrary<Move> confirms =
                Combinators.combine(numbers.injectNull(0.3), values.injectNull(0.5))
                        .as(Confirm::new);
        Arbitrary<Move> plain =
                Arbitraries.of(
                        new Move.Next(),
                        new Move.Done(),
                        new Move.Back(),
                        new Move.Repeat(),
                        new Move.Where(),
                        new Move.Help(),
                        new Move.Pause(),
                        new Move.Resume(),
                        new Move.Several());
        return Arbitraries.oneOf(confirms, plain, numbers.map(Move.Jump::new));
    }
}
