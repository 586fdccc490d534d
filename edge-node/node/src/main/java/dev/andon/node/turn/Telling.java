package dev.andon.node.turn;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Answering;
import dev.andon.knowledge.answer.Reply;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.tts.Pace;
import dev.andon.node.tts.Speech;
import dev.andon.node.tts.SpokenCheck;
import dev.andon.node.tts.SpokenForm;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tells one reply: shows it as soon as it is known, and says each sentence as it comes.
final class Telling {
    /// Silence or noise for so long is no yes.
    static final Duration SPOKEN_PATIENCE = Duration.ofSeconds(8);

    /// Reading and typing take longer.
    static final Duration TYPED_PATIENCE = Duration.ofSeconds(60);

    private final Stages stages;
    private final @Nullable AudioSink sink;
    private final TurnClock clock;
    private final Consumer<TurnEvent> events;
    private @Nullable Reply told;
    private Pace pace = Pace.USUAL;
    private long soundEndsNanos = System.nanoTime();

    /// @param sink null for no voice
    Telling(Stages stages, @Nullable AudioSink sink, TurnClock clock, Consumer<TurnEvent> events) {
        this.stages = stages;
        this.sink = sink;
        this.clock = clock;
        this.events = events;
    }

    /// Reads so fast from here on.
    ///
    /// @param steps of a conversation: -1 slow, 0 as usual, 1 fast
    void pace(int steps) {
        pace = Pace.values()[steps + 1];
    }

    /// Tells it to its end.
    ///
    /// @param known is given the reply each time that it is shown
    void tell(Answering answering, Consumer<Reply> known) {
        String sentence = answering.nextSentence();
        while (sentence != null) {
            clock.firstSentence(answering.firstWordsNanos());
            show(answering.reply(), known);
            say(sentence);
            sentence = answering.nextSentence();
        }
        show(answering.reply(), known);
    }

    private void show(@Nullable Reply reply, Consumer<Reply> known) {
        if (reply != null && !reply.equals(told)) {
            told = reply;
            known.accept(reply);
            events.accept(new TurnEvent.Replied(reply, spoken(reply)));
        }
    }

    private List<String> spoken(Reply reply) {
        return reply.sentences().stream()
                .map(this::words)
                .filter(words -> !words.isBlank())
                .toList();
    }

    /// A sentence in plain words; where these could be heard as another value or code, it is only
    /// pointed to.
    private String words(String sentence) {
        SpokenForm form = stages.spokenForm();
        return new SpokenCheck(form).keepsMeasures(sentence)
                ? form.say(sentence)
                : form.say(Prompts.ON_THE_SCREEN);
    }

    private void say(String sentence) {
        String words = words(sentence);
        if (sink == null || words.isBlank()) {
            return;
        }
        events.accept(new TurnEvent.Speaking(words));
        try (Speech speech = stages.synthesizer().get().synthesize(words, pace)) {
            for (AudioChunk chunk = speech.read(); chunk != null; chunk = speech.read()) {
                sink.play(chunk);
                clock.firstAudio();
                soundEndsNanos =
                        Math.max(System.nanoTime(), soundEndsNanos) + chunk.duration().toNanos();
            }
        }
    }

    /// Until when an answer is waited for that this reply asks for: from the end of its sound, or
    /// for a typed turn from now.
    long patienceEnds(TurnInput input) {
        Duration patience =
                switch (input) {
                    case TurnInput.Spoken _ -> SPOKEN_PATIENCE;
                    case TurnInput.Typed _ -> TYPED_PATIENCE;
                };
        return Math.max(System.nanoTime(), soundEndsNanos) + patience.toNanos();
    }

    /// Says what there is to say of the node itself; where there is no voice it is kept for the
    /// next turn.
    void notice(Supplier<@Nullable String> notice) {
        String sentence = sink == null ? null : notice.get();
        if (sentence != null) {
            say(sentence);
        }
    }

    /// Says that something broke, unless it is the voice itself or the listener who is gone.
    void apologise(StageException failure) {
        if (failure.stage() == Stage.SYNTHESIS || failure.stage() == Stage.AUDIO) {
            return;
        }
        try {
            say(Prompts.apology(failure.stage()));
        } catch (StageException voiceless) {
            events.accept(new TurnEvent.Failed(voiceless));
        }
    }
}
