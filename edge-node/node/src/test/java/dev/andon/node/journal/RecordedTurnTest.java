package dev.andon.node.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.dialog.Request;
import dev.andon.node.stt.Transcript;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnTimings;
import dev.andon.protocol.fact.TurnFact;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is written of a turn.
class RecordedTurnTest {
    private static final TurnWords WORDS =
            new TurnWords(
                    text -> text.replace("Dupont", "[name]"),
                    id -> id.equals("press-3") ? Optional.of(id) : Optional.empty());
    private static final TurnTimings TIMINGS =
            new TurnTimings(null, null, 31.04, 40.0, 40.0, null, 41.26);

    @Test
    void makesOneRedactedFactOfAnAnsweredTurn() {
        TurnFactCollector turn = typed("Did Dupont set 45 Nm?", null);
        turn.accept(understood("Did Dupont set 45 Nm?", "press-3"));
        turn.accept(replied(answer("Dupont's note says 45 N·m.")));
        turn.accept(new TurnEvent.Finished(TIMINGS));
        assertThat(turn.fact())
                .contains(
                        new TurnFact(
                                "t-1",
                                "press-3",
                                "Did [name] set 45 Nm?",
                                "answer",
                                "[name]'s note says 45 N·m.",
                                List.of(
                                        new TurnFact.Citation("hp63", "C", "4-12"),
                                        new TurnFact.Citation("hp63", "C", "57")),
                                "quote",
                                Map.of(
                                        "retrieval", 31.0,
                                        "first_token", 40.0,
                                        "first_sentence", 40.0,
                                        "total", 41.3),
                                null));
    }

    @Test
    void takesTheWordsAsHeard() {
        TurnFactCollector turn =
                new TurnFactCollector("t-1", new TurnInput.Spoken(silence(), "press-3"), WORDS);
        turn.accept(new TurnEvent.Heard(new Transcript("fault e forty two", List.of())));
        turn.accept(understood("fault E-42", null));
        assertThat(turn.fact().orElseThrow().question()).isEqualTo("fault e forty two");
        assertThat(turn.fact().orElseThrow().machine()).isEqualTo("press-3");
        assertThat(turn.fact().orElseThrow().reply()).isEqualTo("none");
    }

    @Test
    void writesNoMachineThatTheRegisterDoesNotHave() {
        assertThat(typed("why", "Dupont's phone").fact().orElseThrow().machine()).isNull();
    }

    @Test
    void makesNoTurnOfSilence() {
        TurnFactCollector turn =
                new TurnFactCollector("t-1", new TurnInput.Spoken(silence(), null), WORDS);
        turn.accept(new TurnEvent.Finished(TIMINGS));
        assertThat(turn.fact()).isEmpty();
        turn.accept(new TurnEvent.Failed(failure("model-missing")));
        assertThat(turn.fact().orElseThrow().failure()).isEqualTo("model-missing");
        assertThat(turn.fact().orElseThrow().question()).isNull();
    }

    @Test
    void cutsWhatIsTooLongAfterItWasRedacted() {
        String question = "x".repeat(1_997) + "Dupont asks " + "y".repeat(9_000);
        String written = typed(question, null).fact().orElseThrow().question();
        assertThat(written).hasSize(2_000).endsWith("x[n\u2026");
    }

    @Test
    void breaksNothingWhenATurnCannotBeRecorded() {
        List<TurnFact> written = new ArrayList<>();
        TurnRecorder recorder =
                new TurnRecorder(
                        turn -> {
                            if (written.add(turn) && written.size() == 1) {
                                throw failure("database-busy");
                            }
                            return written.size() > 2;
                        });
        recorder.record(OpenJournal.turn("t-1", "why"));
        recorder.record(OpenJournal.turn("t-2", "why"));
        recorder.record(OpenJournal.turn("t-3", "why"));
        assertThat(written).hasSize(3);
        assertThat(recorder.unrecorded()).isEqualTo(2);
    }

    @Test
    void recordsTheTurnOfAListenerWhoLeft() {
        List<Boolean> interrupted = new ArrayList<>();
        TurnRecorder recorder =
                new TurnRecorder(_ -> interrupted.add(Thread.currentThread().isInterrupted()));
        Thread.currentThread().interrupt();
        recorder.record(OpenJournal.turn("t-1", "why"));
        assertThat(interrupted).containsExactly(false);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(recorder.unrecorded()).isZero();
    }

    private static TurnFactCollector typed(
            String text, @org.jspecify.annotations.Nullable String machine) {
        return new TurnFactCollector("t-1", new TurnInput.Typed(text, machine), WORDS);
    }

    private static TurnEvent understood(
            String text, @org.jspecify.annotations.Nullable String machine) {
        return new TurnEvent.Understood(
                new Request.Ask(new Question(text, machine, List.of(), "en")));
    }

    private static TurnEvent replied(Reply reply) {
        return new TurnEvent.Replied(reply, List.of());
    }

    private static Reply answer(String text) {
        Manual manual = new Manual("hp63", "HP-63", "C", "en", List.of(), null);
        return new Reply.Answer(
                text,
                List.of(text),
                List.of(
                        new Citation(manual, new PageRef("4-12", 57), "Torques", "45 N·m"),
                        new Citation(manual, new PageRef(null, 57), "Torques", "45 N·m")),
                Reply.Mode.QUOTE);
    }

    private static StageException failure(String code) {
        return new StageException(Stage.STORE, code, "It broke. Mend it.");
    }

    private static dev.andon.node.audio.AudioSource silence() {
        return new dev.andon.node.audio.AudioSource() {
            @Override
            public dev.andon.node.audio.AudioFormat format() {
                return dev.andon.node.audio.AudioFormat.SPEECH;
            }

            @Override
            public dev.andon.node.audio.@org.jspecify.annotations.Nullable AudioChunk read() {
                return null;
            }

            @Override
            public void close() {}
        };
    }
}
