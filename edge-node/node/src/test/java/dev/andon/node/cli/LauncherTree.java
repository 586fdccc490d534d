package dev.andon.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A checkout that holds the launcher alone, and below it the only system folders that the launcher
/// can see: tools, JDKs and Maven are there if a test puts them there.
final class LauncherTree {
    private static final List<String> TOOLS =
            List.of(
                    "dirname find flock grep head ln mkdir mv printf readlink rm sed tail"
                            .split(" "));

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> mavenLines = new ArrayList<>();

    private LauncherTree(Path root) {
        this.root = root;
        environment.put("HOME", root.resolve("home").toString());
        environment.put("PATH", root.resolve("tools").toString());
    }

    static LauncherTree in(Path root) throws IOException {
        LauncherTree tree = new LauncherTree(Files.createDirectories(root).toRealPath());
        for (String module :
                List.of("models", "device-config", "sync-hub/server", "edge-node/node")) {
            Files.createDirectories(tree.root.resolve(module));
            Files.createFile(tree.root.resolve(module).resolve("pom.xml"));
        }
        Files.createFile(tree.root.resolve("pom.xml"));
        Files.createDirectories(tree.root.resolve("home"));
        tree.bringTools();
        String script = Files.readString(Checkout.file("andon"));
        String system = " '" + tree.root + "'";
        tree.executable(
                tree.script(),
                script.replace(" /usr/", system + "/usr/").replace(" /opt/", system + "/opt/"));
        tree.age();
        return tree;
    }

    /// Scripts, not links: the clean-up of the temporary folder warns of each link. Sleep is short.
    private void bringTools() throws IOException {
        Path tools = Files.createDirectories(root.resolve("tools"));
        for (String tool : TOOLS) {
            Path real = Path.of("/usr/bin", tool);
            Path there = Files.isExecutable(real) ? real : Path.of("/bin", tool);
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + there + " \"$@\"\n");
        }
        executable(tools.resolve("sleep"), "#!/bin/sh\nexec /bin/sleep 0.05\n");
    }

    Path root() {
        return root;
    }

    Path script() {
        return root.resolve("andon");
    }

    LauncherTree with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// A JDK whose `java` prints its own path and its arguments, one a line; `exit N` ends with N.
    Path jdk(String folder, String version) throws IOException {
        Path jdk = root.resolve(folder);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        String java =
                """
                #!/bin/sh
                printf '%s\\n' "$0" "$@"
                while [ $# -gt 2 ]; do shift; done
                if [ "$1" = exit ]; then exit "$2"; fi
                """;
        executable(jdk.resolve("bin").resolve("java"), java);
        executable(jdk.resolve("bin").resolve("javac"), java);
        return jdk;
    }

    /// A Maven that succeeds at once; each call begins it anew.
    LauncherTree maven() throws IOException {
        mavenLines.clear();
        return mavenAlso("printf '%s\\n' \"$$ $JAVA_HOME $*\" >>'" + root + "/maven-calls'");
    }

    /// ... that prints a line.
    LauncherTree says(String line) throws IOException {
        return mavenAlso("printf '%s\\n' '" + line + "'");
    }

    /// ... that fails.
    LauncherTree fails() throws IOException {
        return mavenAlso("exit 1");
    }

    /// ... that works until [#goOn].
    LauncherTree waits() throws IOException {
        return mavenAlso("while [ ! -f '" + root + "/go' ]; do sleep 0.05; done");
    }

    private LauncherTree mavenAlso(String line) throws IOException {
        mavenLines.add(line);
        executable(
                root.resolve("tools").resolve("mvn"),
                "#!/bin/sh\n" + String.join("\n", mavenLines) + "\n");
        return this;
    }

    void goOn() throws IOException {
        Files.createFile(root.resolve("go"));
    }

    /// One line a call: process id, `JAVA_HOME`, arguments.
    List<String> mavenCalls() throws IOException {
        Path calls = root.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /// Waits for that many calls; returns the process id of the last.
    long awaitMaven(int calls) throws IOException, InterruptedException {
        while (mavenCalls().size() < calls) {
            Thread.sleep(20);
        }
        String call = mavenCalls().getLast();
        return Long.parseLong(call.substring(0, call.indexOf(' ')));
    }

    /// What a compiler leaves that is killed while it writes.
    Path halfBuilt() throws IOException {
        Path half = root.resolve("edge-node/node/target/classes/Half.class");
        Files.createDirectories(half.getParent());
        return Files.writeString(half, "half a cla");
    }

    /// ... that puts a library where a module keeps its own.
    LauncherTree brings(String module, String jar) throws IOException {
        String lib = "'" + root.resolve(module).resolve("target/lib") + "'";
        return mavenAlso("mkdir -p " + lib + " && printf '%s' " + jar + " >" + lib + "/" + jar);
    }

    /// Makes all that is here an hour older.
    void age() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                Files.setLastModifiedTime(file, FileTime.from(written.minusSeconds(3600)));
            }
        }
    }

    /// Saves a source file.
    void change() throws IOException {
        Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(Instant.now()));
    }

    Started start(String... arguments) throws IOException {
        return start(script(), arguments);
    }

    Started start(Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(root, "out", ".txt");
        Path err = Files.createTempFile(root, "err", ".txt");
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().clear();
        process.environment().putAll(environment);
        process.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Started(process.start(), out, err);
    }

    private void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// A launcher at work.
    record Started(Process process, Path outFile, Path errFile) {
        Started end() throws InterruptedException {
            process.waitFor();
            return this;
        }

        int exit() {
            return process.exitValue();
        }

        String out() throws IOException {
            return Files.readString(outFile);
        }

        String err() throws IOException {
            return Files.readString(errFile);
        }

        /// Waits until it has said so.
        void awaitErr(String words) throws IOException, InterruptedException {
            while (!err().contains(words)) {
                if (!process.isAlive() && !err().contains(words)) {
                    throw new AssertionError("it ended without \"" + words + "\": " + err());
                }
                Thread.sleep(20);
            }
        }

        void terminate() {
            process.destroy();
        }

        void kill() {
            process.destroyForcibly();
        }
    }
}
