package dev.andon.config;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;

/// A secret in the file itself, `token`, or better in a file beside it, `tokenFile`.
final class SecretKeys {
    private static final long FILE_BYTES_MAX = 4_096;

    private SecretKeys() {}

    /// @param key `token`; the key of its file is `tokenFile`
    /// @param pattern of printable characters without spaces
    static @Nullable Secret read(ConfigSection in, String key, String pattern) {
        String written = in.secretText(key, pattern);
        String fileKey = key + "File";
        Path file = in.file(fileKey);
        if (in.says(key) && in.says(fileKey)) {
            in.problem(fileKey, key + " and " + fileKey + " exclude each other", "keep " + fileKey);
        }
        String secret = file == null ? written : fromFile(in, fileKey, file, pattern);
        return secret == null ? null : new Secret(secret);
    }

    private static @Nullable String fromFile(
            ConfigSection in, String key, Path file, String pattern) {
        try {
            if (readableByAll(file)) {
                in.problem(key, file + " can be read by every user", "run: chmod o-rwx " + file);
                return null;
            }
            String secret = Files.size(file) > FILE_BYTES_MAX ? "" : Files.readString(file).strip();
            if (!secret.matches(pattern)) {
                in.problem(
                        key,
                        file + " does not hold the secret",
                        "write one of the form " + pattern + " into it");
                return null;
            }
            return secret;
        } catch (IOException unreadable) {
            String what = file + " cannot be read (" + unreadable.getClass().getSimpleName() + ")";
            in.problem(key, what, "check the file");
            return null;
        }
    }

    private static boolean readableByAll(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return posix != null
                && posix.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }
}
