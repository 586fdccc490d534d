package dev.andon.node.vad;

/// Bounds of listening, in milliseconds of sound.
///
/// @param utteranceMsMax longer sound is refused, code `too-long`
/// @param silenceMs this much silence after speech ends the utterance (hands-free only)
/// @param waitMsMax without speech for this long, listening ends (hands-free only)
/// @param marginBeforeMs kept before the first voiced sound, for a soft consonant
/// @param marginAfterMs kept after the last voiced sound
public record EndpointLimits(
        int utteranceMsMax, int silenceMs, int waitMsMax, int marginBeforeMs, int marginAfterMs) {
    /// What a node starts with.
    public static final EndpointLimits DEFAULT = new EndpointLimits(30_000, 800, 8_000, 250, 300);

    public EndpointLimits {
        if (utteranceMsMax < 1_000 || silenceMs < 100 || waitMsMax < 500) {
            throw new IllegalArgumentException(
                    "listening needs at least 1000 ms of utterance, 100 of silence and 500 of"
                            + " waiting, not "
                            + utteranceMsMax
                            + ", "
                            + silenceMs
                            + " and "
                            + waitMsMax);
        }
    }
}
