package dev.andon.node.vad;

/// Brings speech to one loudness, since quiet speech is recognised worse.
///
/// The voiced part is brought to -20 dBFS RMS, by 36 dB at most and never so far that a peak passes
/// -1 dBFS; a constant offset of the microphone is taken away. One gain for the whole utterance:
/// the shape of the speech is not touched.
final class Levelling {
    private static final double TARGET_RMS_DBFS = -20;
    private static final double GAIN_DB_MAX = 36;
    private static final double PEAK_MAX = 32_768 * Math.pow(10, -1 / 20.0);

    private Levelling() {}

    static short[] level(short[] speech, double rmsDbfs) {
        double mean = mean(speech);
        double peak = 1;
        for (short sample : speech) {
            peak = Math.max(peak, Math.abs(sample - mean));
        }
        double gainDb = Math.min(TARGET_RMS_DBFS - rmsDbfs, GAIN_DB_MAX);
        double gain = Math.min(Math.pow(10, gainDb / 20), PEAK_MAX / peak);
        short[] levelled = new short[speech.length];
        for (int i = 0; i < speech.length; i++) {
            levelled[i] = (short) Math.round((speech[i] - mean) * gain);
        }
        return levelled;
    }

    static double mean(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += sample;
        }
        return samples.length == 0 ? 0 : sum / samples.length;
    }
}
