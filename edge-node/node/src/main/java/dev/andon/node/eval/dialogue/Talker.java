package dev.andon.node.eval.dialogue;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.audio.AudioSource;
import dev.andon.node.turn.TurnInput;

import org.jspecify.annotations.Nullable;

import java.util.Random;

/// Speaks aloud, in noise that is another each time and the same in each run.
final class Talker implements Speaker {
    private final Recorder recorder;
    private final SpokenVoice voice;
    private final Condition condition;
    private final Noise kind;
    private final WorkshopNoise noise;
    private final Random random;
    private final boolean listens;

    /// @param at where the person is
    Talker(Recorder recorder, WorkshopNoise noise, Place at) {
        this.recorder = recorder;
        this.noise = noise;
        this.voice = at.voice();
        this.condition = at.condition();
        this.kind = at.kind();
        this.random = new Random(at.seed());
        this.listens = at.listens();
    }

    /// Who speaks, and in which noise.
    ///
    /// @param listens to the replies, which are spoken then, so that their time is measured
    record Place(SpokenVoice voice, Condition condition, Noise kind, long seed, boolean listens) {}

    @Override
    public TurnInput says(String words, @Nullable String station) {
        double[] speech = recorder.speech(voice, words);
        double[] beside = condition.noisy() ? noise.of(kind, speech.length, random) : null;
        return new TurnInput.Spoken(
                new OneChunk(Mixture.of(speech, beside, condition.snrDb())), station);
    }

    @Override
    public @Nullable AudioSink ear() {
        return listens ? new NoOne() : null;
    }

    @Override
    public String name() {
        return condition.noisy() ? voice.label() + " in " + kind : voice.label();
    }

    /// A sound that is in memory.
    private static final class OneChunk implements AudioSource {
        private @Nullable AudioChunk chunk;

        OneChunk(AudioChunk chunk) {
            this.chunk = chunk;
        }

        @Override
        public AudioFormat format() {
            return AudioFormat.SPEECH;
        }

        @Override
        public @Nullable AudioChunk read() {
            AudioChunk next = chunk;
            chunk = null;
            return next;
        }

        @Override
        public void close() {}
    }

    /// Hears the reply.
    private static final class NoOne implements AudioSink {
        @Override
        public void play(AudioChunk chunk) {}

        @Override
        public void close() {}
    }
}
