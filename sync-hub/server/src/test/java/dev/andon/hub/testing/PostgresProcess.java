package dev.andon.hub.testing;

import dev.andon.hub.store.StoreSettings;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real PostgreSQL of its own for a test: in a temporary folder, on a free port, with its usual
/// durability. As the user postgres where the test is root, since PostgreSQL refuses to be root.
public final class PostgresProcess implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(90);
    private static final String USER = "andon";

    private final Path programs;
    private final Path folder;
    private final int port;
    private Process process;

    private PostgresProcess(Path programs, Path folder, int port) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.process = spawn();
    }

    /// The folder of its programs; empty where it is not installed.
    public static Optional<Path> installed() {
        File[] versions = new File("/usr/lib/postgresql").listFiles();
        return versions == null
                ? Optional.empty()
                : Stream.of(versions)
                        .map(version -> version.toPath().resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                        .max(Path::compareTo);
    }

    /// Starts one and waits for it.
    public static PostgresProcess start() {
        try {
            Path programs = installed().orElseThrow();
            Path folder = Path.of(run(List.of("mktemp", "-d", "/tmp/andon-postgres-XXXXXX")));
            run(
                    List.of(
                            programs.resolve("initdb").toString(),
                            "-D",
                            folder.toString(),
                            "-U",
                            USER,
                            "-A",
                            "trust",
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--no-sync"));
            PostgresProcess postgres = new PostgresProcess(programs, folder, freePort());
            postgres.awaitReady();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A database of its own, empty.
    public StoreSettings database(String name) {
        execute("create database " + name);
        return new StoreSettings(url(name), USER, null, 6);
    }

    /// Runs a statement in the server's own database.
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// Ends it as a power cut would.
    public void kill() {
        try {
            long server = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
            ProcessHandle handle = ProcessHandle.of(server).orElseThrow();
            handle.destroyForcibly();
            handle.onExit().join();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts it again, on the same port and the same data.
    public void startAgain() {
        try {
            process = spawn();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        try {
            run(List.of("rm", "-rf", folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), USER, null);
    }

    private Process spawn() throws IOException {
        List<String> command =
                asPostgres(
                        List.of(
                                programs.resolve("postgres").toString(),
                                "-D",
                                folder.toString(),
                                "-p",
                                String.valueOf(port),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "unix_socket_directories="));
        File log = new File(folder + ".log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /// After a kill the old one's memory may still be in use: then it ends at once, and is started
    /// again.
    private void awaitReady() throws IOException {
        long end = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < end) {
            try (Connection connection = connect()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                pause();
                if (!process.isAlive()) {
                    process = spawn();
                }
            }
        }
        throw new IllegalStateException("PostgreSQL does not start, see " + folder + ".log");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> asPostgres(List<String> command) {
        List<String> all = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            all.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        all.addAll(command);
        return all;
    }

    private static String run(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(asPostgres(command))
                        .directory(new File("/tmp"))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return said;
    }
}
