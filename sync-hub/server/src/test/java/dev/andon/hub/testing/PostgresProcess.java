package dev.andon.hub.testing;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A real PostgreSQL for tests: in a temporary folder, on a free port. As the user postgres where
/// the test is root, since PostgreSQL refuses to be root.
public final class PostgresProcess {
    private static final Duration START_MAX = Duration.ofSeconds(90);
    private static final String USER = "andon";

    private final Path programs;
    private final Path folder;
    private final String setting;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable String prepared;
    private Process process;

    private PostgresProcess(Path programs, Path folder, String setting) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.setting = setting;
        this.port = freePort();
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

    /// Passes over a test where it is not installed.
    public static void assumeInstalled() {
        Assumptions.assumeTrue(installed().isPresent(), "apt-get install postgresql");
    }

    /// One for all tests of this JVM, that runs: starting one takes seconds. It does not wait for
    /// the disk, since only its process is ever killed. Ends with the JVM.
    public static PostgresProcess shared() {
        PostgresProcess shared = Shared.ONE;
        if (!shared.process.isAlive()) {
            shared.startAgain();
        }
        return shared;
    }

    private static final class Shared {
        private static final PostgresProcess ONE = start("fsync=off");
    }

    /// One as it is in a plant, to be measured. Ends with the JVM.
    public static PostgresProcess usual() {
        return start("fsync=on");
    }

    private static PostgresProcess start(String setting) {
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
            PostgresProcess postgres = new PostgresProcess(programs, folder, setting);
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            postgres.awaitReady();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A database of its own, empty.
    ///
    /// @param begin of its name
    public StoreSettings database(String begin) {
        return database(begin, "template1");
    }

    /// A database of its own with the hub's tables in it.
    ///
    /// @param begin of its name
    public synchronized StoreSettings prepared(String begin) {
        if (prepared == null) {
            prepared = "prepared";
            execute("create database " + prepared);
            HubStore.open(settings(prepared)).close();
        }
        return database(begin, prepared);
    }

    private StoreSettings database(String begin, String template) {
        String name = begin + "_" + databases.incrementAndGet();
        execute("create database %s template %s".formatted(name, template));
        return settings(name);
    }

    private StoreSettings settings(String name) {
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

    private void close() {
        if (process.isAlive()) {
            kill();
        }
        try {
            run(List.of("rm", "-rf", folder.toString(), folder + ".log"));
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
                                setting,
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
