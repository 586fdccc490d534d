package dev.andon.node.bench.sync;

import dev.andon.node.demo.Folders;
import dev.andon.node.sync.SyncException;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL server of this computer's programs in a temporary folder, on loopback, with its
/// usual durability.
final class PostgresServer implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";
    private static final String READY = "database system is ready to accept connections";
    private static final long COMMAND_SECONDS_MAX = 120;
    private static final long END_SECONDS_MAX = 30;

    private final Path programs;
    private final Path folder;
    private final String password = UUID.randomUUID().toString();
    private final int port = freePort();
    private final Process process;

    private PostgresServer(Path programs, Path folder) throws IOException {
        this.programs = programs;
        this.folder = folder;
        Path secret = folder.resolve("password");
        Files.writeString(secret, password + "\n");
        own(secret);
        run(
                "initdb",
                List.of(
                        "-D",
                        folder.resolve("data").toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + secret,
                        "-E",
                        "UTF8",
                        "--locale=C"));
        this.process = serve();
    }

    /// The programs of the newest version that is installed; empty if there is none.
    static Optional<Path> programs() {
        if (Files.notExists(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes one and waits until it can be used.
    static PostgresServer start(Path programs) {
        try {
            Path folder = Files.createTempDirectory("andon-bench-postgres");
            boolean serves = false;
            try {
                own(folder);
                PostgresServer server = new PostgresServer(programs, folder);
                serves = true;
                return server;
            } finally {
                if (!serves) {
                    Folders.delete(folder);
                }
            }
        } catch (IOException e) {
            throw failed("it cannot be made", e);
        }
    }

    private Process serve() throws IOException {
        Process started =
                new ProcessBuilder(
                                asUser(
                                        "postgres",
                                        List.of(
                                                "-D",
                                                folder.resolve("data").toString(),
                                                "-p",
                                                String.valueOf(port),
                                                "-c",
                                                "listen_addresses=127.0.0.1",
                                                "-k",
                                                folder.toString())))
                        .redirectErrorStream(true)
                        .start();
        BufferedReader said = started.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.contains(READY)) {
                Thread.ofPlatform().daemon(true).start(() -> said.lines().forEach(_ -> {}));
                return started;
            }
        }
        throw new SyncException("bench-postgres", "PostgreSQL did not start: " + all);
    }

    /// Makes an empty database; gives what `hub.yaml` says of it.
    String database(String name) {
        try {
            run("createdb", List.of("-h", "127.0.0.1", "-p", "" + port, "-U", USER, name));
        } catch (IOException e) {
            throw failed("no database can be made", e);
        }
        return """
        store:
          url: jdbc:postgresql://127.0.0.1:%d/%s
          user: %s
          password: %s
        """
                .formatted(port, name, USER, password);
    }

    private void run(String program, List<String> arguments) throws IOException {
        Path said = Files.createTempFile("andon-bench-postgres", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(asUser(program, arguments))
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile());
            builder.environment().put("PGPASSWORD", password);
            if (exit(builder.start()) != 0) {
                throw failed(program + ": " + Files.readString(said).strip(), null);
            }
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static int exit(Process process) {
        try {
            if (process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return -1;
    }

    /// It refuses to run as root.
    private List<String> asUser(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", USER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void own(Path path) throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    path,
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(USER));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SyncException failed(String why, @Nullable IOException cause) {
        String message = "PostgreSQL: " + why;
        return cause == null
                ? new SyncException("bench-postgres", message)
                : new SyncException("bench-postgres", message, cause);
    }

    /// Ends it and deletes what it kept.
    @Override
    public void close() {
        if (isRoot()) {
            // The server is the child of `runuser`, which hands no signal on at once.
            process.children().forEach(ProcessHandle::destroy);
        } else {
            process.destroy();
        }
        try {
            if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Folders.delete(folder);
    }
}
