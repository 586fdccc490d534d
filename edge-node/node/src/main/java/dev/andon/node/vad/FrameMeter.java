package dev.andon.node.vad;

import java.util.ArrayList;
import java.util.List;

/// Measures 16 kHz samples in frames of 20 ms; keeps its filters and the begun frame from call to
/// call.
final class FrameMeter {
    private static final int FRAME = 16 * Frame.MS;

    /// The voice's pitch is sought in 40 ms at 4 kHz: two periods of the lowest voice are in it.
    private static final int DECIMATION = 4;

    private static final int PITCH_WINDOW = 160;
    private static final int LAG_MIN = 10;
    private static final int LAG_MAX = 57;

    private final Biquad[] band = {
        Biquad.highPass(200, 16_000), Biquad.highPass(200, 16_000), Biquad.lowPass(3_800, 16_000)
    };
    private final Biquad pitchLow = Biquad.lowPass(1_000, 16_000);
    private final Biquad pitchHigh = Biquad.highPass(70, 16_000);
    private final double[] pitch = new double[PITCH_WINDOW];
    private double sumOfSquares;
    private int filled;

    List<Frame> measure(short[] samples) {
        List<Frame> frames = new ArrayList<>();
        for (short sample : samples) {
            add(sample / 32_768.0);
            if (filled == FRAME) {
                double power = sumOfSquares / FRAME;
                frames.add(new Frame(10 * Math.log10(power + 1e-12), periodicity()));
                filled = 0;
                sumOfSquares = 0;
            }
        }
        return frames;
    }

    private void add(double sample) {
        double filtered = sample;
        for (Biquad filter : band) {
            filtered = filter.next(filtered);
        }
        sumOfSquares += filtered * filtered;
        double low = pitchLow.next(pitchHigh.next(sample));
        if (filled % DECIMATION == 0) {
            System.arraycopy(pitch, 1, pitch, 0, PITCH_WINDOW - 1);
            pitch[PITCH_WINDOW - 1] = low;
        }
        filled++;
    }

    /// The highest normalised autocorrelation among the lags of a voice.
    private double periodicity() {
        double best = 0;
        for (int lag = LAG_MIN; lag <= LAG_MAX; lag++) {
            double product = 0;
            double now = 1e-9;
            double then = 1e-9;
            for (int i = lag; i < PITCH_WINDOW; i++) {
                product += pitch[i] * pitch[i - lag];
                now += pitch[i] * pitch[i];
                then += pitch[i - lag] * pitch[i - lag];
            }
            best = Math.max(best, product / Math.sqrt(now * then));
        }
        return best;
    }
}
