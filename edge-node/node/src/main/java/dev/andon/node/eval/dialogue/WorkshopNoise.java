package dev.andon.node.eval.dialogue;

import java.util.List;
import java.util.random.RandomGenerator;

/// Makes the noise of a workshop; the same from the same random numbers.
final class WorkshopNoise {
    private static final double RATE = 16_000;
    private static final double[] TONES = {50, 100, 150, 24.7, 48.5};
    private static final int HARMONICS = 30;
    private static final double TOP_HZ = 6_000;
    private static final int TALKERS = 5;

    private final List<double[]> talk;

    /// @param talk speech of others, for the babble; at least one
    WorkshopNoise(List<double[]> talk) {
        this.talk = List.copyOf(talk);
    }

    /// So many samples at 16 kHz; their power is one.
    double[] of(Noise kind, int length, RandomGenerator random) {
        return normalised(
                switch (kind) {
                    case PINK -> pink(length, random);
                    case HUM -> hum(length, random);
                    case IMPACTS -> impacts(length, random);
                    case BABBLE -> babble(length, random);
                });
    }

    /// White noise through seven poles. Method: P. Kellet's filter, 0.05 dB from 9 Hz on.
    private static double[] pink(int length, RandomGenerator random) {
        double[] poles = {0.99886, 0.99332, 0.96900, 0.86650, 0.55000, -0.7616};
        double[] gains = {0.0555179, 0.0750759, 0.1538520, 0.3104856, 0.5329522, -0.0168980};
        double[] states = new double[poles.length];
        double[] pink = new double[length];
        double before = 0;
        for (int i = 0; i < length; i++) {
            double white = random.nextGaussian();
            double sum = before + white * 0.5362;
            for (int pole = 0; pole < poles.length; pole++) {
                states[pole] = poles[pole] * states[pole] + white * gains[pole];
                sum += states[pole];
            }
            before = white * 0.115926;
            pink[i] = sum;
        }
        return pink;
    }

    private static double[] hum(int length, RandomGenerator random) {
        double[] hum = new double[length];
        double tone = TONES[random.nextInt(TONES.length)];
        for (int harmonic = 1; harmonic < HARMONICS && harmonic * tone < TOP_HZ; harmonic++) {
            double loudness = random.nextDouble(0.2, 1) / Math.sqrt(harmonic);
            double phase = random.nextDouble(2 * Math.PI);
            double step = 2 * Math.PI * harmonic * tone / RATE;
            for (int i = 0; i < length; i++) {
                hum[i] += loudness * Math.sin(step * i + phase);
            }
        }
        return mixed(normalised(hum), normalised(pink(length, random)), 0.4);
    }

    private static double[] impacts(int length, RandomGenerator random) {
        double[] impacts = mixed(new double[length], normalised(pink(length, random)), 0.25);
        int at = 0;
        while (at < length) {
            strike(impacts, at, random);
            at += (int) (RATE * random.nextDouble(0.15, 0.7));
        }
        return impacts;
    }

    /// A quarter of a second of a ringing piece.
    private static void strike(double[] impacts, int at, RandomGenerator random) {
        double loudness = random.nextDouble(1, 5);
        double decay = random.nextDouble(0.005, 0.05) * RATE;
        double step = 2 * Math.PI * random.nextDouble(400, 3_000) / RATE;
        int end = Math.min(impacts.length, at + (int) RATE / 4);
        for (int i = at; i < end; i++) {
            double ring = random.nextGaussian() + 2 * Math.sin(step * (i - at));
            impacts[i] += loudness * Math.exp(-(i - at) / decay) * ring;
        }
    }

    private double[] babble(int length, RandomGenerator random) {
        double[] babble = new double[length];
        for (int talker = 0; talker < TALKERS; talker++) {
            double[] voice = normalised(talk.get(random.nextInt(talk.size())));
            int from = random.nextInt(voice.length);
            for (int i = 0; i < length; i++) {
                babble[i] += voice[(from + i) % voice.length];
            }
        }
        return babble;
    }

    private static double[] mixed(double[] one, double[] other, double share) {
        double[] mixed = one.clone();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] += share * other[i];
        }
        return mixed;
    }

    private static double[] normalised(double[] samples) {
        double scale = 1 / Math.max(Mixture.level(samples), 1e-12);
        double[] normalised = samples.clone();
        for (int i = 0; i < normalised.length; i++) {
            normalised[i] *= scale;
        }
        return normalised;
    }
}
