package dev.andon.node.audio;

import org.jspecify.annotations.Nullable;

/// Brings the chunks of a sink, which may change format, to the sink's one format.
public final class SinkConverter {
    private static final AudioChunk NOTHING = AudioChunk.of(AudioFormat.SPEECH, new short[0]);

    private @Nullable AudioFormat to;
    private @Nullable AudioFormat from;
    private @Nullable Resampler resampler;

    /// @param to the sink's format; null: that of its first chunk
    public SinkConverter(@Nullable AudioFormat to) {
        this.to = to;
    }

    /// PCM in the sink's format; the end of the sound before, if the format changes here, included.
    public byte[] convert(AudioChunk chunk) {
        AudioFormat target = to == null ? chunk.format() : to;
        to = target;
        byte[] end = new byte[0];
        if (resampler == null || !chunk.format().equals(from)) {
            end = flush();
            from = chunk.format();
            resampler = new Resampler(chunk.format(), target);
        }
        byte[] converted = resampler.convert(chunk).toPcm();
        return end.length == 0 ? converted : joined(end, converted);
    }

    /// The last samples.
    public byte[] flush() {
        AudioChunk rest = resampler == null ? NOTHING : resampler.flush();
        resampler = null;
        return rest.toPcm();
    }

    /// The sink's format; null before the first chunk if none was set.
    @Nullable AudioFormat format() {
        return to;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
