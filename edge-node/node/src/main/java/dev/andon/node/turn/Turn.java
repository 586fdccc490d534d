package dev.andon.node.turn;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Answering;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.audio.AudioSource;
import dev.andon.node.dialog.Request;
import dev.andon.node.stt.Transcript;
import dev.andon.node.vad.Capture;
import dev.andon.node.vad.Utterance;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
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
        try {
            String words = hear(input, clock, events);
            if (words != null) {
                Request request =
                        stages.interpreter()
                                .interpret(words, input.machine(), conversation.openQuestion());
                events.accept(new TurnEvent.Understood(request));
                try (Answering answering = answering(request, conversation, clock, events)) {
                    if (answering != null) {
                        telling.tell(answering, reply -> conversation.remember(request, reply));
                    }
                }
                telling.notice(notice);
            }
        } catch (StageException failure) {
            events.accept(new TurnEvent.Failed(failure));
            telling.apologise(failure);
        }
        events.accept(new TurnEvent.Finished(clock.timings()));
    }

    /// The words of the question; null if nothing was said.
    private @Nullable String hear(TurnInput input, TurnClock clock, Consumer<TurnEvent> events) {
        return switch (input) {
            case TurnInput.Typed typed -> typed.text();
            case TurnInput.Spoken spoken -> hear(spoken.audio(), clock, events);
        };
    }

    private @Nullable String hear(AudioSource audio, TurnClock clock, Consumer<TurnEvent> events) {
        Capture capture;
        try (AudioSource source = new ReleaseSource(audio, clock)) {
            capture = stages.endpointer().nextUtterance(source);
        }
        clock.endpoint();
        events.accept(new TurnEvent.Captured(capture));
        return switch (capture) {
            case Capture.Silence _ -> null;
            case Utterance utterance -> {
                Transcript transcript = stages.recognizer().get().transcribe(utterance);
                clock.transcript();
                events.accept(new TurnEvent.Heard(transcript));
                yield transcript.text();
            }
        };
    }

    /// What to say to a request; null if silence is wanted.
    private @Nullable Answering answering(
            Request request, Conversation talk, TurnClock clock, Consumer<TurnEvent> events) {
        return switch (request) {
            case Request.Ask ask -> answer(ask.question(), talk, clock, events);
            case Request.WhichMachine which -> Answering.of(Prompts.whichMachine(which.choices()));
            case Request.Repeat _ -> Answering.of(repeated(talk.lastReply()));
            case Request.More _ -> Answering.of(Prompts.more(talk.lastReply()));
            case Request.Stop _ -> null;
            case Request.Nothing _ -> Answering.of(Prompts.notUnderstood());
        };
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
