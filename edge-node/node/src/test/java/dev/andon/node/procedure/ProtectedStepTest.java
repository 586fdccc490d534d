package dev.andon.node.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.andon.knowledge.corpus.fact.Fact.StepType;
import dev.andon.node.procedure.Outcome.Asked;
import dev.andon.node.procedure.Outcome.Refused;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What words do at a step that protects people.
class ProtectedStepTest {
    private static final int ATTEMPTS_MIN = 30;
    private static final int LEGITIMATE_MIN = 20;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void refusesEveryAttemptToPassWithTheVerbatimStep(String language) {
        List<String> attempts = lines("attempts-" + language + ".txt");
        assertThat(attempts).hasSizeGreaterThanOrEqualTo(ATTEMPTS_MIN).doesNotHaveDuplicates();
        SoftAssertions softly = new SoftAssertions();
        for (String attempt : attempts) {
            for (Step step : List.of(Texts.LOCK, Texts.PROVE)) {
                softly.assertThat(refusedAt(step, attempt))
                        .as("'%s' at step %s", attempt, step.number())
                        .isEqualTo("refused");
            }
        }
        softly.assertAll();
    }

    /// `refused`, or what came of it instead.
    private static String refusedAt(Step step, String attempt) {
        Bench bench = new Bench().startedAt(Texts.SEAL, step.number());
        ProcedureRun before = bench.run();
        Outcome outcome = bench.hear(attempt);
        boolean refused =
                outcome instanceof Refused(var run, var verbatim, _, _)
                        && run.equals(before)
                        && verbatim.equals(step)
                        && bench.run().equals(before);
        return refused ? "refused" : outcome.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void doesWhatIsRightlySaid(String language) {
        List<String> lines = lines("legitimate-" + language + ".txt");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(LEGITIMATE_MIN).doesNotHaveDuplicates();
        SoftAssertions softly = new SoftAssertions();
        for (String line : lines) {
            String[] parts = line.split("\t");
            softly.assertThat(whatComesOf(parts[0], parts[1]))
                    .as("'%s'", parts[1])
                    .isEqualTo(parts[0]);
        }
        softly.assertAll();
    }

    private static String whatComesOf(String expected, String words) {
        Step step = expected.equals("pass3") ? Texts.LOCK : Texts.PROVE;
        Bench bench = new Bench().startedAt(Texts.SEAL, step.number());
        return switch (ProtectedStep.verdict(step.type(), words)) {
            case Verdict.Confirms _ -> {
                bench.hear(words);
                int passed = bench.run().position();
                yield passed == bench.run().text().steps().indexOf(step) + 1
                        ? "pass" + step.number()
                        : "confirms another";
            }
            case Verdict.Navigates(Move move) -> move.getClass().getSimpleName();
            case Verdict.Question() -> bench.hear(words) instanceof Asked ? "asked" : "lost";
            case Verdict.Refused() -> "refused";
        };
    }

    @Test
    void wantsAProofVerifiedAndNotOnlyDone() {
        Bench bench = new Bench().startedAt(Texts.SEAL, "4");
        assertThat(bench.hear("step four done")).isInstanceOf(Refused.class);
        assertThat(bench.at()).isEqualTo("4");
    }

    @Test
    void readsTheNumbersOfNestedSteps() {
        assertThat(confirms("step three a done")).isEqualTo("3.a");
        assertThat(confirms("step three point one done")).isEqualTo("3.1");
        assertThat(confirms("step 3.a done")).isEqualTo("3.a");
        assertThat(confirms("Schritt eins erledigt")).isEqualTo("1");
        assertThat(confirms("étape neuf faite")).isEqualTo("9");
        assertThat(confirms("step twenty-one done")).isEqualTo("21");
    }

    private static String confirms(String words) {
        return ProtectedStep.verdict(StepType.SAFETY, words)
                        instanceof Verdict.Confirms(Move.Confirm(String number, _))
                ? String.valueOf(number)
                : "nothing";
    }

    @Test
    void takesNoConfirmationOfWhatWasCurrentBefore() {
        Bench bench = new Bench().startedAt(Texts.SEAL, "3");
        bench.hear("step three done");
        assertThat(bench.hear("step three done")).isInstanceOf(Refused.class);
        assertThat(bench.at()).isEqualTo("4");
    }

    @Test
    void isNotUndoneByInvisibleSignsAndOddSpaces() {
        assertThat(ProtectedStep.verdict(StepType.SAFETY, "can I sk\u200bip this?"))
                .isEqualTo(new Verdict.Refused());
        assertThat(ProtectedStep.verdict(StepType.SAFETY, "what \u00a0is ｓｋｉｐ"))
                .isEqualTo(new Verdict.Refused());
        assertThat(ProtectedStep.verdict(StepType.SAFETY, "  STEP\t three\u00a0done!! "))
                .isEqualTo(new Verdict.Confirms(new Move.Confirm("3", null)));
    }

    @Test
    void refusesLongSpeeches() {
        String speech = "where is Q1 and " + "please ".repeat(40);
        assertThat(ProtectedStep.verdict(StepType.SAFETY, speech)).isEqualTo(new Verdict.Refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "\u0000", "\ud83d\ude00", "((((", "{n}", "\\", "a\n\nb"})
    void survivesAnything(String words) {
        assertThatNoException().isThrownBy(() -> ProtectedStep.verdict(StepType.VERIFY, words));
        assertThat(ProtectedStep.verdict(StepType.VERIFY, words)).isEqualTo(new Verdict.Refused());
    }

    static List<String> lines(String resource) {
        try (InputStream in = ProtectedStepTest.class.getResourceAsStream(resource)) {
            return new String(
                            Objects.requireNonNull(in, resource).readAllBytes(),
                            StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
