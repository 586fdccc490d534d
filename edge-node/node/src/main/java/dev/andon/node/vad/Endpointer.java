package dev.andon.node.vad;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.AudioSource;
import dev.andon.node.audio.Resampler;

/// Finds the one piece of speech in a source. Holds no state between utterances; safe to share.
public final class Endpointer {
    private enum Mode {
        PUSH_TO_TALK,
        HANDS_FREE
    }

    private final Mode mode;
    private final EndpointLimits limits;

    private Endpointer(Mode mode, EndpointLimits limits) {
        this.mode = mode;
        this.limits = limits;
    }

    /// The end of the source (the key's release, the end of the file) ends the utterance: no
    /// waiting for silence.
    public static Endpointer pushToTalk(EndpointLimits limits) {
        return new Endpointer(Mode.PUSH_TO_TALK, limits);
    }

    /// Silence ends the utterance, and so does the end of the source.
    public static Endpointer handsFree(EndpointLimits limits) {
        return new Endpointer(Mode.HANDS_FREE, limits);
    }

    /// Reads until the utterance is complete. The source stays open; in hands-free mode the rest
    /// of its last chunk, which is silence, is dropped.
    ///
    /// @param source any rate and channels
    /// @return 16 kHz mono speech without the silence around it, or silence
    /// @throws StageException `endpoint`, `too-long`: more sound than
    ///     [EndpointLimits#utteranceMsMax]; `audio`: the source failed
    public Capture nextUtterance(AudioSource source) {
        Recording recording = new Recording();
        Resampler resampler = new Resampler(source.format(), AudioFormat.SPEECH);
        Loudness loudness = new Loudness();
        while (!complete(recording)) {
            AudioChunk chunk = source.read();
            if (chunk == null) {
                break;
            }
            loudness.add(chunk);
            recording.append(resampler.convert(chunk));
            refuseTooLong(recording);
        }
        recording.append(resampler.flush());
        return capture(recording, loudness);
    }

    private boolean complete(Recording recording) {
        if (mode == Mode.PUSH_TO_TALK) {
            return false;
        }
        VoiceActivity.Span span = VoiceActivity.find(recording.frames());
        return span.empty()
                ? recording.durationMs() >= limits.waitMsMax()
                : recording.durationMs() - span.endMs() >= limits.silenceMs();
    }

    private void refuseTooLong(Recording recording) {
        if (recording.durationMs() > limits.utteranceMsMax()) {
            int seconds = limits.utteranceMsMax() / 1_000;
            throw new StageException(
                    Stage.ENDPOINT,
                    "too-long",
                    "The recording is longer than a question may be: cut it to "
                            + seconds
                            + " s, or ask in two parts");
        }
    }

    private Capture capture(Recording recording, Loudness loudness) {
        VoiceActivity.Span span = VoiceActivity.find(recording.frames());
        if (span.empty()) {
            return new Capture.Silence(loudness.level(recording.whole()));
        }
        short[] speech =
                recording.cut(
                        span.startMs() - limits.marginBeforeMs(),
                        span.endMs() + limits.marginAfterMs());
        Level level = loudness.level(recording.cut(span.startMs(), span.endMs()));
        return new Utterance(
                AudioChunk.of(AudioFormat.SPEECH, Levelling.level(speech, level.rmsDbfs())), level);
    }
}
