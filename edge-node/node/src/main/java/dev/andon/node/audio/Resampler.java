package dev.andon.node.audio;

import java.util.HashMap;
import java.util.Map;

/// Changes rate and channels of a stream of chunks. Not thread-safe; one instance a stream.
///
/// A band-limited interpolator: every output sample is a sum of input samples under a
/// Kaiser-windowed sinc that is centred on it, so there is no delay and any pair of rates works.
/// Images and aliases lie about 90 dB down; the pass band reaches 88 % of the lower Nyquist
/// frequency. Where the chunks are cut makes no difference to the samples.
///
/// Method: J. O. Smith, "Digital Audio Resampling", CCRMA.
public final class Resampler {
    private static final long KEPT_TAPS_MAX = 1 << 18;

    private final AudioFormat from;
    private final AudioFormat to;
    private final SincWindow window;
    private final int reach;
    private final int places;
    private final Map<Integer, float[]> keptTaps = new HashMap<>();

    private float[][] history;
    private int held;
    private long heldFrom;
    private long received;
    private long produced;

    /// A stream from one format to another.
    public Resampler(AudioFormat from, AudioFormat to) {
        this.from = from;
        this.to = to;
        double lowering = Math.min(1.0, (double) to.sampleRateHz() / from.sampleRateHz());
        this.window = new SincWindow(lowering);
        this.reach = sameRate() ? 0 : (int) Math.ceil(window.reach()) + 1;
        this.places = to.sampleRateHz() / commonDivisor(from.sampleRateHz(), to.sampleRateHz());
        this.history = new float[lanes()][4_096];
    }

    /// The samples that are certain by now; may be empty.
    ///
    /// @param chunk in the format that the stream comes from
    public AudioChunk convert(AudioChunk chunk) {
        if (!chunk.format().equals(from)) {
            throw new IllegalArgumentException("expected " + from + ", not " + chunk.format());
        }
        if (from.equals(to)) {
            return chunk;
        }
        append(chunk.samples());
        return produce(received - reach);
    }

    /// The last samples of the stream.
    public AudioChunk flush() {
        return from.equals(to) ? AudioChunk.of(to, new short[0]) : produce(Long.MAX_VALUE);
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    private boolean sameRate() {
        return from.sampleRateHz() == to.sampleRateHz();
    }

    /// Equal channel counts stay apart; unequal ones meet in the mean of all.
    private int lanes() {
        return from.channels() == to.channels() ? from.channels() : 1;
    }

    private void append(short[] samples) {
        int frames = samples.length / from.channels();
        makeRoom(frames);
        int perLane = from.channels() / lanes();
        for (int frame = 0; frame < frames; frame++) {
            for (int lane = 0; lane < lanes(); lane++) {
                float sum = 0;
                for (int i = 0; i < perLane; i++) {
                    sum += samples[frame * from.channels() + lane + i];
                }
                history[lane][held + frame] = sum / perLane;
            }
        }
        held += frames;
        received += frames;
    }

    /// Drops what no output sample can reach any more, then grows if that was not enough.
    private void makeRoom(int frames) {
        int drop = (int) Math.clamp(inputFrame(produced) - reach - heldFrom, 0, held);
        int capacity = Math.max(history[0].length, held - drop + frames);
        for (int lane = 0; lane < history.length; lane++) {
            float[] kept = capacity > history[lane].length ? new float[capacity] : history[lane];
            System.arraycopy(history[lane], drop, kept, 0, held - drop);
            history[lane] = kept;
        }
        held -= drop;
        heldFrom += drop;
    }

    /// Makes every output frame whose place in the input lies before the limit and the end.
    private AudioChunk produce(long limit) {
        long outputEnd = firstOutputAtOrAfter(Math.min(limit, received));
        int frames = (int) Math.max(0, outputEnd - produced);
        short[] out = new short[frames * to.channels()];
        for (int frame = 0; frame < frames; frame++) {
            for (int channel = 0; channel < to.channels(); channel++) {
                int lane = Math.min(channel, history.length - 1);
                boolean copied = lane == 0 && channel > 0;
                int at = frame * to.channels() + channel;
                out[at] = copied ? out[at - 1] : sample(history[lane], produced + frame);
            }
        }
        produced += frames;
        return AudioChunk.of(to, out);
    }

    private short sample(float[] lane, long output) {
        long centre = inputFrame(output);
        if (sameRate()) {
            return SampleEncoding.nearest(lane[(int) (centre - heldFrom)]);
        }
        float[] taps = taps(output);
        int first = (int) (Math.max(heldFrom, centre - reach) - heldFrom);
        int last = (int) (Math.min(received - 1, centre + reach) - heldFrom);
        int firstTap = (int) (first + heldFrom - centre + reach);
        double sum = 0;
        for (int i = first; i <= last; i++) {
            sum += lane[i] * taps[firstTap + i - first];
        }
        return SampleEncoding.nearest(sum);
    }

    /// The window around the place of an output sample. The places repeat, for usual rates after a
    /// few hundred samples, so they are kept; for odd rates they are made each time.
    private float[] taps(long output) {
        if (places * (2 * reach + 1L) > KEPT_TAPS_MAX) {
            return window.taps(inputFraction(output), reach);
        }
        return keptTaps.computeIfAbsent(
                (int) (output % places), _ -> window.taps(inputFraction(output), reach));
    }

    private long inputFrame(long output) {
        return output * from.sampleRateHz() / to.sampleRateHz();
    }

    private double inputFraction(long output) {
        long remainder = output * from.sampleRateHz() % to.sampleRateHz();
        return (double) remainder / to.sampleRateHz();
    }

    private long firstOutputAtOrAfter(long input) {
        return Math.max(0, Math.ceilDiv(input * to.sampleRateHz(), from.sampleRateHz()));
    }
}
