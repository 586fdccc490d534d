package dev.andon.config;

import dev.andon.config.source.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder that a program writes to, made or found.
final class WritableFolder {
    private WritableFolder() {}

    /// @param who writes there, for the message
    /// @param variable of the environment that names another folder
    static void make(Path folder, String who, String variable) {
        try {
            Files.createDirectories(folder);
            // Asking for permission would not notice a read-only mount or a full disk.
            Files.delete(Files.createTempFile(folder, ".writable", ""));
        } catch (IOException refused) {
            String what = who + " cannot write to this folder (" + reason(refused) + ")";
            String mend =
                    "make it writable for this user, or choose another with --home or " + variable;
            throw new ConfigException(new Problem(folder, 0, "", what, mend), refused);
        }
    }

    /// Nobody else looks into it.
    static void close(Path folder) {
        try {
            if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException refused) {
            String what = "it holds secrets and cannot be closed to others (" + reason(refused);
            throw new ConfigException(
                    new Problem(folder, 0, "", what + ")", "run: chmod 700 " + folder), refused);
        }
    }

    private static String reason(IOException refused) {
        String name = refused.getClass().getSimpleName().replace("Exception", "");
        String message = refused.getMessage();
        return message == null ? name : name + ": " + message;
    }
}
