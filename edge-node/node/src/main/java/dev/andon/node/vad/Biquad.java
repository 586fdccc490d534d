package dev.andon.node.vad;

/// A second-order Butterworth filter. Coefficients after R. Bristow-Johnson's Audio EQ Cookbook.
final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double z1;
    private double z2;

    private Biquad(double edge, double middle, double cosine, double alpha) {
        double a0 = 1 + alpha;
        this.b0 = edge / a0;
        this.b1 = middle / a0;
        this.b2 = edge / a0;
        this.a1 = -2 * cosine / a0;
        this.a2 = (1 - alpha) / a0;
    }

    static Biquad lowPass(double hz, double rateHz) {
        double cosine = Math.cos(2 * Math.PI * hz / rateHz);
        return new Biquad((1 - cosine) / 2, 1 - cosine, cosine, alpha(hz, rateHz));
    }

    static Biquad highPass(double hz, double rateHz) {
        double cosine = Math.cos(2 * Math.PI * hz / rateHz);
        return new Biquad((1 + cosine) / 2, -(1 + cosine), cosine, alpha(hz, rateHz));
    }

    double next(double in) {
        double out = b0 * in + z1;
        z1 = b1 * in - a1 * out + z2;
        z2 = b2 * in - a2 * out;
        return out;
    }

    private static double alpha(double hz, double rateHz) {
        return Math.sin(2 * Math.PI * hz / rateHz) / Math.sqrt(2);
    }
}
