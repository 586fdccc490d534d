package dev.andon.config;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;

/// `token` in the file itself, or better `tokenFile` beside it.
final class TokenKeys {
    /// Fits into an HTTP header as it is; long enough not to be guessed.
    private static final String TOKEN = "[!-~]{16,256}";

    private static final long TOKEN_FILE_BYTES_MAX = 4_096;

    private TokenKeys() {}

    static @Nullable Secret read(ConfigSection in) {
        String written = in.secretText("token", TOKEN);
        Path file = in.file("tokenFile");
        if (in.says("token") && in.says("tokenFile")) {
            in.problem("tokenFile", "token and tokenFile exclude each other", "keep tokenFile");
        }
        String token = file == null ? written : fromFile(in, file);
        return token == null ? null : new Secret(token);
    }

    private static @Nullable String fromFile(ConfigSection in, Path file) {
        try {
            if (readableByAll(file)) {
                in.problem(
                        "tokenFile",
                        file + " can be read by every user",
                        "run: chmod o-rwx " + file);
                return null;
            }
            String token =
                    Files.size(file) > TOKEN_FILE_BYTES_MAX ? "" : Files.readString(file).strip();
            if (!token.matches(TOKEN)) {
                in.problem(
                        "tokenFile",
                        file + " does not hold a token",
                        "write 16 to 256 printable characters into it, without spaces");
                return null;
            }
            return token;
        } catch (IOException unreadable) {
            String what = file + " cannot be read (" + unreadable.getClass().getSimpleName() + ")";
            in.problem("tokenFile", what, "check the file");
            return null;
        }
    }

    private static boolean readableByAll(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return posix != null
                && posix.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }
}
