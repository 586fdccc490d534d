package dev.andon.node.cli;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.WavSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a WAV file holds, all of it.
///
/// @param sampleRateHz of the file as it is read
/// @param samples of the first channel
record Recording(int sampleRateHz, List<Short> samples) {
    static Recording read(Path wav) {
        List<Short> samples = new ArrayList<>();
        try (WavSource source = WavSource.open(wav)) {
            int channels = source.format().channels();
            for (AudioChunk chunk = source.read(); chunk != null; chunk = source.read()) {
                short[] all = chunk.samples();
                for (int i = 0; i < all.length; i += channels) {
                    samples.add(all[i]);
                }
            }
            return new Recording(source.format().sampleRateHz(), samples);
        }
    }

    double seconds() {
        return (double) samples.size() / sampleRateHz;
    }
}
