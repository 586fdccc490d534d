package dev.andon.node.hub;

import dev.andon.node.sync.SyncException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How the hub's commands are run on this computer.
///
/// @param java the program, its options and the class path, all before the hub's own words
public record HubProgram(List<String> java) {
    /// The launcher tells where the hub's classes lie.
    private static final String CLASS_PATH = "andon.hub.classpath";

    /// ... and where it lies itself.
    private static final String ROOT = "andon.root";

    private static final String MAIN = "dev.andon.hub.cli.HubMain";
    private static final long COMMAND_SECONDS_MAX = 180;

    public HubProgram {
        java = List.copyOf(java);
    }

    /// The hub that the launcher built beside this program; in a test, the one on the class path.
    ///
    /// @throws SyncException `hub-missing`
    public static HubProgram find() {
        String classPath = System.getProperty(CLASS_PATH);
        if (classPath == null
                && HubProgram.class.getResource("/" + MAIN.replace('.', '/') + ".class") == null) {
            throw missing();
        }
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.add("@" + options("jvm.args"));
        java.add("@" + options("hub.args"));
        String logging = System.getProperty("java.util.logging.config.file");
        if (logging != null) {
            java.add("-Djava.util.logging.config.file=" + logging);
        }
        java.addAll(
                List.of(
                        "-cp",
                        classPath == null ? System.getProperty("java.class.path") : classPath,
                        MAIN));
        return new HubProgram(java);
    }

    /// The options of the JVM are written once, for the launcher and for here.
    private static Path options(String file) {
        String root = System.getProperty(ROOT);
        if (root == null) {
            throw missing();
        }
        return Path.of(root, "device-config", file);
    }

    private static SyncException missing() {
        return new SyncException(
                "hub-missing",
                "The hub's program is not beside this one: start Andon by its launcher,"
                        + " ./andon.");
    }

    /// Runs one command to its end and gives what it printed; its complaints are for the failure.
    ///
    /// @throws SyncException `hub-command`: it failed, with what it said
    public String run(Path home, String... words) {
        try {
            Path out = Files.createTempFile(home, "command", ".out");
            Path err = Files.createTempFile(home, "command", ".err");
            try {
                int exit = exit(start(home, out, err, List.of(words)), words);
                if (exit != 0) {
                    throw failed(words, Files.readString(err));
                }
                return Files.readString(out);
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw failed(words, e.toString());
        }
    }

    private static int exit(Process process, String[] words) {
        try {
            if (process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw failed(words, "it took too long");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw failed(words, "it was interrupted");
        }
    }

    /// The command line of these words.
    List<String> command(Path home, List<String> words) {
        List<String> command = new ArrayList<>(java);
        command.addAll(words);
        command.addAll(List.of("--home", home.toString()));
        return command;
    }

    private Process start(Path home, Path out, Path err, List<String> words) throws IOException {
        return new ProcessBuilder(command(home, words))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    private static SyncException failed(String[] words, String why) {
        return new SyncException(
                "hub-command",
                "The hub's command \"%s\" failed: %s"
                        .formatted(String.join(" ", words), why.strip()));
    }
}
