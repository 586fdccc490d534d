package dev.andon.knowledge.corpus;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a file that does not say its encoding: by its byte order mark, else UTF-8 where the
/// bytes are valid UTF-8, else Windows-1252, in which every byte is a letter.
public final class TextFile {
    /// A manual of 10,000 pages has less text.
    public static final long BYTES_MAX = 64L * 1024 * 1024;

    /// The encoding of Western European text that is not Unicode.
    public static final Charset WESTERN = Charset.forName("windows-1252");

    private TextFile() {}

    /// The whole text, without its byte order mark.
    ///
    /// @throws StageException `corpus`: `too-large`, `not-text`, `unreadable`
    public static String read(Path file) {
        byte[] bytes = bytes(file);
        Charset marked = marked(bytes);
        String text = marked == null ? unmarked(bytes) : new String(bytes, marked);
        if (text.indexOf('\0') >= 0) {
            throw new StageException(
                    Stage.CORPUS,
                    "not-text",
                    file + " is no text file: save it as text in UTF-8, or give the PDF.");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// The bytes of a file of text.
    ///
    /// @throws StageException `corpus`: `too-large`, `unreadable`
    public static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new StageException(
                        Stage.CORPUS,
                        "too-large",
                        "%s is larger than %d bytes: split it.".formatted(file, BYTES_MAX));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StageException(
                    Stage.CORPUS,
                    "unreadable",
                    "Cannot read %s (%s): check the disk and the rights."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /// Whether the bytes are valid UTF-8.
    public static boolean isUtf8(byte[] bytes) {
        return utf8(bytes) != null;
    }

    /// The encoding that the byte order mark names; null where there is none.
    public static @Nullable Charset marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String unmarked(byte[] bytes) {
        String text = utf8(bytes);
        return text == null ? new String(bytes, WESTERN) : text;
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
