package dev.andon.node.turn;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.audio.AudioSource;
import dev.andon.node.dialog.Request;
import dev.andon.node.stt.Transcript;
import dev.andon.node.tts.Speech;
import dev.andon.node.vad.Capture;
import dev.andon.node.vad.Utterance;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// One turn, end to end: `AudioSource -> Endpointer -> SpeechRecognizer -> Interpreter -> Retriever
/// -> Answerer -> SpeechSynthesizer -> AudioSink`. Blocking; run it on a thread of its own. Text or
/// sound on either side: a typed question skips the hearing, a turn without a sink skips the
/// speaking.
///
/// A failure of any stage ends here: it becomes a [TurnEvent.Failed] and a spoken apology.
public final class Turn {
    private final Stages stages;

    /// A turn through these stages; it may be run any number of times, also at once.
    public Turn(Stages stages) {
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
        try {
            String words = hear(input, clock, events);
            if (words != null) {
                Request request = stages.interpreter().interpret(words, input.machine());
                events.accept(new TurnEvent.Understood(request));
                Reply reply = reply(request, conversation, clock, events);
                if (reply != null) {
                    conversation.remember(reply);
                    List<String> spoken = spoken(reply);
                    clock.firstToken();
                    events.accept(new TurnEvent.Replied(reply, spoken));
                    speak(spoken, sink, clock, events);
                }
            }
        } catch (StageException failure) {
            events.accept(new TurnEvent.Failed(failure));
            apologise(failure, sink, clock, events);
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
    private @Nullable Reply reply(
            Request request, Conversation talk, TurnClock clock, Consumer<TurnEvent> events) {
        return switch (request) {
            case Request.Ask ask -> answer(ask.question(), clock, events);
            case Request.WhichMachine which -> Prompts.whichMachine(which.choices());
            case Request.Repeat _ ->
                    talk.lastReply() == null ? Prompts.nothingToRepeat() : talk.lastReply();
            case Request.Stop _ -> null;
            case Request.Nothing _ -> Prompts.notUnderstood();
        };
    }

    private Reply answer(Question question, TurnClock clock, Consumer<TurnEvent> events) {
        List<Passage> passages = stages.retriever().retrieve(question);
        clock.retrieval();
        events.accept(new TurnEvent.Retrieved(passages));
        return stages.answerer().answer(question, passages);
    }

    private List<String> spoken(Reply reply) {
        return reply.sentences().stream()
                .map(stages.spokenForm()::say)
                .filter(words -> !words.isBlank())
                .toList();
    }

    private void speak(
            List<String> sentences,
            @Nullable AudioSink sink,
            TurnClock clock,
            Consumer<TurnEvent> events) {
        if (sink == null) {
            return;
        }
        for (String words : sentences) {
            events.accept(new TurnEvent.Speaking(words));
            try (Speech speech = stages.synthesizer().get().synthesize(words)) {
                for (AudioChunk chunk = speech.read(); chunk != null; chunk = speech.read()) {
                    sink.play(chunk);
                    clock.firstAudio();
                }
            }
        }
    }

    /// Says that something broke, unless it is the voice itself or the listener who is gone.
    private void apologise(
            StageException failure,
            @Nullable AudioSink sink,
            TurnClock clock,
            Consumer<TurnEvent> events) {
        if (failure.stage() == Stage.SYNTHESIS || failure.stage() == Stage.AUDIO) {
            return;
        }
        try {
            speak(List.of(Prompts.apology(failure.stage())), sink, clock, events);
        } catch (StageException voiceless) {
            events.accept(new TurnEvent.Failed(voiceless));
        }
    }
}
