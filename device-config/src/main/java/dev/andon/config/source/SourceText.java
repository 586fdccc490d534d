package dev.andon.config.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The text of a file, strictly UTF-8, without its byte order mark.
public record SourceText(Path file, String text) {
    /// Larger files are refused: nobody wrote them by hand or from an asset system.
    public static final long SIZE_BYTES_MAX = 64L * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// @throws SourceException it does not exist, is too large, or is not UTF-8
    public static SourceText read(Path file) throws SourceException {
        return new SourceText(file, decode(file, bytes(file)));
    }

    private static byte[] bytes(Path file) throws SourceException {
        try {
            if (Files.size(file) > SIZE_BYTES_MAX) {
                throw failure(file, 0, "it is larger than 64 MiB", "split it or check the path");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw failure(file, 0, "there is no such file", "check the path");
        } catch (IOException unreadable) {
            throw failure(
                    file,
                    0,
                    "it cannot be read (" + unreadable.getClass().getSimpleName() + ")",
                    "check that it is a file and that this user may read it");
        }
    }

    private static String decode(Path file, byte[] bytes) throws SourceException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            throw notUtf8(file, bytes, in.position());
        }
        String text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static SourceException notUtf8(Path file, byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return failure(
                file,
                line,
                String.format("byte 0x%02X at offset %d is not UTF-8", bytes[offset], offset),
                "save the file as UTF-8");
    }

    private static SourceException failure(Path file, int line, String what, String mend) {
        return new SourceException(new Problem(file, line, "", what, mend));
    }
}
