package dev.andon.node.audio;

/// A Kaiser-windowed sinc, the impulse response of the resampler's low-pass, as a table with linear
/// interpolation between its points.
final class SincWindow {
    private static final int ZERO_CROSSINGS = 48;
    private static final int POINTS_PER_CROSSING = 512;
    private static final double KAISER_BETA = 9.0;

    /// Half of the transition band below the Nyquist frequency, so that its upper end is there.
    private static final double CUTOFF = 0.94;

    private static final float[] TABLE = table();

    private final double lowering;
    private final double pointsPerSample;

    /// @param lowering output rate over input rate, at most 1
    SincWindow(double lowering) {
        this.lowering = lowering;
        this.pointsPerSample = lowering * POINTS_PER_CROSSING;
    }

    /// Beyond this many input samples the response is zero.
    double reach() {
        return ZERO_CROSSINGS / lowering;
    }

    /// The response at the input samples around a place between two of them: `reach` before the
    /// nearer one below, that one, and `reach` after it.
    float[] taps(double fraction, int reach) {
        float[] taps = new float[2 * reach + 1];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = (float) at(i - reach - fraction);
        }
        return taps;
    }

    /// The response at a distance in input samples.
    private double at(double distance) {
        double place = Math.abs(distance) * pointsPerSample;
        int point = (int) place;
        if (point >= TABLE.length - 1) {
            return 0;
        }
        double fraction = place - point;
        return lowering * (TABLE[point] + fraction * (TABLE[point + 1] - TABLE[point]));
    }

    private static float[] table() {
        float[] table = new float[ZERO_CROSSINGS * POINTS_PER_CROSSING + 1];
        for (int i = 0; i < table.length; i++) {
            double x = (double) i / POINTS_PER_CROSSING;
            double edge = x / ZERO_CROSSINGS;
            double kaiser = bessel(KAISER_BETA * Math.sqrt(1 - edge * edge)) / bessel(KAISER_BETA);
            table[i] = (float) (CUTOFF * sinc(CUTOFF * x) * kaiser);
        }
        return table;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /// The modified Bessel function of the first kind and order 0, by its series.
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
