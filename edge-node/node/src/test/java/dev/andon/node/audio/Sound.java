package dev.andon.node.audio;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// Sound made by formula, the same on every run.
public final class Sound {
    private Sound() {}

    /// A tone; the amplitude is a share of full scale.
    public static AudioChunk tone(AudioFormat format, double hz, double amplitude, int ms) {
        double step = 2 * Math.PI * hz / format.sampleRateHz();
        return made(format, ms, i -> amplitude * Math.sin(step * i));
    }

    /// Nothing.
    public static AudioChunk silence(AudioFormat format, int ms) {
        return made(format, ms, i -> 0);
    }

    /// Gaussian white noise.
    public static AudioChunk white(double rms, int ms, long seed) {
        Random random = new Random(seed);
        return made(AudioFormat.SPEECH, ms, i -> rms * random.nextGaussian());
    }

    /// Pink noise (P. Kellet's filter), brought to the level.
    public static AudioChunk pink(double rms, int ms, long seed) {
        Random random = new Random(seed);
        double[] b = new double[3];
        return scaled(
                made(
                        AudioFormat.SPEECH,
                        ms,
                        i -> {
                            double white = random.nextGaussian() * 0.01;
                            b[0] = 0.99765 * b[0] + white * 0.0990460;
                            b[1] = 0.96300 * b[1] + white * 0.2965164;
                            b[2] = 0.57000 * b[2] + white * 1.0526913;
                            return b[0] + b[1] + b[2] + white * 0.1848;
                        }),
                rms);
    }

    /// A motor: 50 Hz and its harmonics.
    public static AudioChunk hum(double rms, int ms) {
        double step = 2 * Math.PI * 50 / 16_000;
        return scaled(
                made(
                        AudioFormat.SPEECH,
                        ms,
                        i -> {
                            double sum = 0;
                            for (int harmonic = 1; harmonic <= 12; harmonic++) {
                                sum += 0.05 * Math.sin(step * i * harmonic + harmonic) / harmonic;
                            }
                            return sum;
                        }),
                rms);
    }

    /// The sum of two sounds of one format; the shorter one is padded.
    public static AudioChunk mixed(AudioChunk first, AudioChunk second) {
        short[] a = first.samples();
        short[] b = second.samples();
        short[] sum = new short[Math.max(a.length, b.length)];
        for (int i = 0; i < sum.length; i++) {
            int value = (i < a.length ? a[i] : 0) + (i < b.length ? b[i] : 0);
            sum[i] = SampleEncoding.nearest(value);
        }
        return AudioChunk.of(first.format(), sum);
    }

    /// One after the other.
    public static AudioChunk joined(AudioChunk... parts) {
        int length = 0;
        for (AudioChunk part : parts) {
            length += part.length();
        }
        short[] all = new short[length];
        int at = 0;
        for (AudioChunk part : parts) {
            System.arraycopy(part.samples(), 0, all, at, part.length());
            at += part.length();
        }
        return AudioChunk.of(parts[0].format(), all);
    }

    /// The same sound at another level.
    public static AudioChunk scaled(AudioChunk chunk, double rms) {
        double gain = rms / rms(chunk);
        short[] samples = chunk.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = SampleEncoding.nearest(samples[i] * gain);
        }
        return AudioChunk.of(chunk.format(), samples);
    }

    /// Root mean square as a share of full scale.
    public static double rms(AudioChunk chunk) {
        double sum = 0;
        for (short sample : chunk.samples()) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / chunk.length()) / 32_768;
    }

    /// The sound through a [Resampler], in pieces.
    public static AudioChunk converted(AudioChunk sound, AudioFormat to, int samplesPerChunk) {
        Resampler resampler = new Resampler(sound.format(), to);
        List<AudioChunk> parts = new ArrayList<>();
        try (AudioSource source = source(sound, samplesPerChunk)) {
            AudioChunk chunk = source.read();
            while (chunk != null) {
                parts.add(resampler.convert(chunk));
                chunk = source.read();
            }
        }
        parts.add(resampler.flush());
        return joined(parts.toArray(AudioChunk[]::new));
    }

    /// A source that gives the sound in pieces.
    public static AudioSource source(AudioChunk sound, int samplesPerChunk) {
        short[] all = sound.samples();
        return new AudioSource() {
            private int at;

            @Override
            public AudioFormat format() {
                return sound.format();
            }

            @Override
            public @Nullable AudioChunk read() {
                if (at >= all.length) {
                    return null;
                }
                short[] piece = new short[Math.min(samplesPerChunk, all.length - at)];
                System.arraycopy(all, at, piece, 0, piece.length);
                at += piece.length;
                return AudioChunk.of(sound.format(), piece);
            }

            @Override
            public void close() {
                at = all.length;
            }
        };
    }

    /// Everything that a source gives.
    public static AudioChunk all(AudioSource source) {
        AudioChunk sound = AudioChunk.of(source.format(), new short[0]);
        AudioChunk chunk = source.read();
        while (chunk != null) {
            sound = joined(sound, chunk);
            chunk = source.read();
        }
        return sound;
    }

    private static AudioChunk made(AudioFormat format, int ms, IntToDoubleFunction formula) {
        int frames = (int) ((long) ms * format.sampleRateHz() / 1_000);
        short[] samples = new short[frames * format.channels()];
        for (int frame = 0; frame < frames; frame++) {
            short sample = SampleEncoding.nearest(32_768 * formula.applyAsDouble(frame));
            for (int channel = 0; channel < format.channels(); channel++) {
                samples[frame * format.channels() + channel] = sample;
            }
        }
        return AudioChunk.of(format, samples);
    }
}
