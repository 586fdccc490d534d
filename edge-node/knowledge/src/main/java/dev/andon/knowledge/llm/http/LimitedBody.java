package dev.andon.knowledge.llm.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A reply that may not grow without end.
final class LimitedBody extends FilterInputStream {
    private final ServerFailure failure;
    private final int bytesMax;
    private int bytes;

    LimitedBody(InputStream in, ServerFailure failure, int bytesMax) {
        super(in);
        this.failure = failure;
        this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) {
        bytes += more;
        if (bytes > bytesMax) {
            throw failure.failure(
                    "reply-too-long",
                    "said more than %d bytes to one question".formatted(bytesMax));
        }
    }
}
