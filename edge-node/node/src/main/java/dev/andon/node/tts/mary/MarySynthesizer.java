package dev.andon.node.tts.mary;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.tts.Pace;
import dev.andon.node.tts.Speech;
import dev.andon.node.tts.SpeechSynthesizer;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/// The English voice cmu-slt-hsmm of MaryTTS 5.2.1: PCM, 16 bit, mono, 48 kHz; the same words give
/// the same samples.
///
/// MaryTTS starts once a process and is shared by every instance; each instance has one thread.
public final class MarySynthesizer implements SpeechSynthesizer {
    /// Of every chunk.
    public static final AudioFormat FORMAT = new AudioFormat(48_000, 1);

    /// About four minutes of speech; what waits to be heard is 25 MB at most.
    public static final int WORDS_CHARS_MAX = 4_000;

    static final Duration STALL_LIMIT = Duration.ofSeconds(10);

    private static final Pattern PLAIN = Pattern.compile("[^a-zA-Z',.?]+");
    private static final Pattern DIGIT = Pattern.compile("\\d", Pattern.UNICODE_CHARACTER_CLASS);

    private final SpeechWorker worker;

    MarySynthesizer(Vocoder vocoder, Duration stallLimit) {
        this.worker = new SpeechWorker(vocoder, stallLimit);
    }

    /// Loads the voice, the first time in a process in about a second.
    ///
    /// @throws StageException `voice-missing`: a jar of MaryTTS is not there
    public static MarySynthesizer start() {
        return new MarySynthesizer(MaryRuntime.start(), STALL_LIMIT);
    }

    /// {@inheritDoc}
    ///
    /// Words without any letter give a speech without sound.
    ///
    /// @throws StageException `text-too-long`, `digits-unspoken` (the voice would skip them),
    ///     `busy`, `closed`; and from [Speech#read]: `stalled`, `voice-failed`
    @Override
    public Speech synthesize(String words, Pace pace) {
        if (words.length() > WORDS_CHARS_MAX) {
            throw new StageException(
                    Stage.SYNTHESIS,
                    "text-too-long",
                    "The voice says at most %d characters at a time, not %d; cut the text into sentences."
                            .formatted(WORDS_CHARS_MAX, words.length()));
        }
        if (DIGIT.matcher(words).find()) {
            throw new StageException(
                    Stage.SYNTHESIS,
                    "digits-unspoken",
                    "The voice would skip the digits in \""
                            + words
                            + "\"; let SpokenForm say them in words.");
        }
        return worker.say(words, Breaths.of(PLAIN.matcher(words).replaceAll(" ")), pace);
    }

    @Override
    public Set<String> languages() {
        return Set.of("en");
    }

    @Override
    public void close() {
        worker.close();
    }
}
