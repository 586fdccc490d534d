package dev.andon.node.turn;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Answering;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.audio.AudioSource;
import dev.andon.node.command.Outcome;
import dev.andon.node.dialog.Arbiter;
import dev.andon.node.dialog.Arbiter.Choice;
import dev.andon.node.dialog.Request;
import dev.andon.node.dialog.Situation;
import dev.andon.node.dialog.Situation.Awaited;
import dev.andon.node.stt.Transcript;
import dev.andon.node.vad.Capture;
import dev.andon.node.vad.Utterance;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// One turn, end to end: `AudioSource -> Endpointer -> SpeechRecognizer -> Interpreter -> Retriever
/// -> Answerer -> SpeechSynthesizer -> AudioSink`. Blocking; run it on a thread of its own. Text or
/// sound on either side: a typed question skips the hearing, a turn without a sink skips the
/// speaking. Sentences are spoken as they come; a failure to speak one (a listener who interrupts)
/// ends the answering too.
///
/// A failure of any stage ends here: it becomes a [TurnEvent.Failed] and a spoken apology.
public final class Turn {
    private final Supplier<@Nullable String> notice;
    private final Stages stages;

    /// A turn through these stages; it may be run any number of times, also at once.
    public Turn(Stages stages) {
        this(() -> null, stages);
    }

    /// As above, with something that is said of the node itself.
    ///
    /// @param notice asked at the end of each turn that has a voice: a sentence, or null
    public Turn(Supplier<@Nullable String> notice, Stages stages) {
        this.notice = notice;
        this.stages = stages;
    }

    /// Runs one turn to its end.
    ///
    /// @param input closed by the turn if it is sound
    /// @param conversation of the person who asks
    /// @param sink for the spoken reply, left open; null for none
    /// @param events told as things happen, on the calling thread; the last is always
    ///     [TurnEvent.Finished]
    public void run(
            TurnInput input,
            Conversation conversation,
            @Nullable AudioSink sink,
            Consumer<TurnEvent> events) {
        TurnClock clock = new TurnClock();
        Telling telling = new Telling(stages, sink, clock, events);
        conversation.go(conversation.matter().at(System.nanoTime()));
        try {
            Situation situation = situation(input, conversation);
            Choice understood = understand(input, situation, clock, events);
            if (understood != null) {
                Request request = understood.request();
                Hearing hearing =
                        new Hearing(understood.transcript().text(), situation, conversation);
                events.accept(new TurnEvent.Understood(request));
                try (Answering answering = answering(request, hearing, clock, events)) {
                    telling.pace(conversation.matter().pace());
                    if (answering != null) {
                        telling.tell(answering, reply -> conversation.remember(request, reply));
                    }
                }
                conversation.go(conversation.matter().waitingUntil(telling.patienceEnds(input)));
                telling.notice(notice);
            }
        } catch (StageException failure) {
            events.accept(new TurnEvent.Failed(failure));
            telling.apologise(failure);
            // What waits may be answered again: the person is not to blame.
            conversation.go(conversation.matter().waitingUntil(telling.patienceEnds(input)));
        }
        events.accept(new TurnEvent.Finished(clock.timings()));
    }

    /// What was said, in which situation, and in which conversation.
    private record Hearing(String words, Situation situation, Conversation talk) {
        @Nullable String station() {
            return situation.station();
        }
    }

    private Situation situation(TurnInput input, Conversation talk) {
        return talk.situation(
                input.machine(), stages.commands().reading(talk.matter(), input.machine()));
    }

    /// The words that count, and what they mean: of a spoken turn, those of the recogniser that
    /// fits. Null if nothing was said.
    private @Nullable Choice understand(
            TurnInput input, Situation situation, TurnClock clock, Consumer<TurnEvent> events) {
        Awaited awaited = situation.awaited();
        Function<String, Request> interpreter =
                words -> stages.interpreter().interpret(words, situation);
        return switch (input) {
            case TurnInput.Typed(String text, _) ->
                    new Choice(new Transcript(text, List.of()), interpreter.apply(text));
            case TurnInput.Spoken spoken -> {
                Transcript heard = hear(spoken.audio(), awaited, clock, events);
                if (heard == null) {
                    yield null;
                }
                Choice choice = Arbiter.choose(heard, awaited, interpreter);
                events.accept(new TurnEvent.Heard(choice.transcript()));
                yield choice;
            }
        };
    }

    private @Nullable Transcript hear(
            AudioSource audio, Awaited awaited, TurnClock clock, Consumer<TurnEvent> events) {
        Capture capture;
        try (AudioSource source = new ReleaseSource(audio, clock)) {
            capture = stages.endpointer().nextUtterance(source);
        }
        clock.endpoint();
        events.accept(new TurnEvent.Captured(capture));
        return switch (capture) {
            case Capture.Silence _ -> null;
            case Utterance utterance -> {
                Transcript transcript =
                        stages.recognizer().get().transcribe(utterance, Arbiter.expected(awaited));
                clock.transcript();
                yield transcript;
            }
        };
    }

    /// What to say to a request; null if silence is wanted.
    private @Nullable Answering answering(
            Request request, Hearing hearing, TurnClock clock, Consumer<TurnEvent> events) {
        Conversation talk = hearing.talk();
        return switch (request) {
            case Request.Ask ask -> answer(ask.question(), talk, clock, events);
            case Request.WhichMachine which -> Answering.of(Prompts.whichMachine(which.choices()));
            case Request.Do order -> carryOut(order, hearing, clock, events);
            case Request.Repeat _ -> Answering.of(repeated(talk.lastReply()));
            case Request.More _ -> Answering.of(Prompts.more(talk.lastReply()));
            case Request.Stop _ -> null;
            case Request.Nothing _ -> Answering.of(Prompts.notUnderstood());
        };
    }

    /// What came of a command; what was a question after all is answered.
    private @Nullable Answering carryOut(
            Request.Do order, Hearing hearing, TurnClock clock, Consumer<TurnEvent> events) {
        Conversation talk = hearing.talk();
        Optional<Outcome> outcome =
                stages.commands()
                        .carryOut(
                                order.command(), talk.context(hearing.station(), order.language()));
        if (outcome.isEmpty()) {
            Request question = stages.interpreter().question(hearing.words(), hearing.situation());
            events.accept(new TurnEvent.Understood(question));
            Answering answer = answering(question, hearing, clock, events);
            return stages.commands()
                    .reminder(talk.context(hearing.station(), order.language()))
                    .map(step -> Reminding.of(answer, step))
                    .orElse(answer);
        }
        talk.go(outcome.get().matter());
        return Answering.of(outcome.get().reply());
    }

    private static Reply repeated(@Nullable Reply last) {
        return last == null ? Prompts.nothingToRepeat() : last;
    }

    private Answering answer(
            Question question, Conversation talk, TurnClock clock, Consumer<TurnEvent> events) {
        List<Passage> passages = stages.retriever().retrieve(question);
        clock.retrieval();
        events.accept(new TurnEvent.Retrieved(passages));
        return stages.answerer().begin(question, passages, talk.exchanges());
    }
}
