package dev.andon.knowledge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

class DatabaseTest {
    private static final Schema ONE =
            new Schema(DatabaseTest.class, List.of("notes-1.sql"), "Make it anew.");
    private static final Schema TWO =
            new Schema(DatabaseTest.class, List.of("notes-1.sql", "notes-2.sql"), "Make it anew.");

    @TempDir Path folder;

    @Test
    void keepsWhatWasWritten() {
        try (Database database = open(ONE)) {
            add(database, "first");
        }
        try (Database database = open(ONE)) {
            assertThat(notes(database)).containsExactly("first");
        }
    }

    @Test
    void writesWithALogAheadAndFullSynchronisation() {
        try (Database database = open(ONE)) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void undoesAllOfAWorkThatFails() {
        try (Database database = open(ONE)) {
            assertThatThrownBy(
                            () ->
                                    database.write(
                                            transaction -> {
                                                transaction.update(
                                                        "insert into note (text) values ('half')");
                                                throw new IllegalStateException("no");
                                            }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(notes(database)).isEmpty();
            add(database, "whole");
            assertThat(notes(database)).containsExactly("whole");
        }
    }

    @Test
    void keepsWhatWasAcknowledgedAndNoHalfOfTheRestWhenTheProcessDies() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Dying.class.getName(),
                                file().toString())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor()).isEqualTo(Dying.STATUS);
        try (Database database = open(ONE)) {
            assertThat(notes(database)).containsExactly("acknowledged");
            add(database, "afterwards");
        }
    }

    @Test
    void refusesToWriteInARead() {
        try (Database database = open(ONE)) {
            assertThatExceptionOfType(StageException.class)
                    .isThrownBy(
                            () ->
                                    database.read(
                                            transaction ->
                                                    transaction.update(
                                                            "insert into note (text) values"
                                                                    + " ('x')")));
            assertThat(notes(database)).isEmpty();
        }
    }

    @Test
    void refusesATransactionInsideATransaction() {
        try (Database database = open(ONE)) {
            assertThatThrownBy(() -> database.write(_ -> database.read(_ -> 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("under way");
        }
    }

    @Test
    void showsAReaderOneMomentWhileAnotherWrites() throws Exception {
        try (Database database = open(ONE);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            add(database, "first");
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(1);
            Future<List<Integer>> counts =
                    callers.submit(
                            () ->
                                    database.read(
                                            transaction -> {
                                                int before = count(transaction);
                                                begun.countDown();
                                                await(written);
                                                return List.of(before, count(transaction));
                                            }));
            begun.await();
            add(database, "second");
            written.countDown();
            assertThat(counts.get()).containsExactly(1, 1);
            assertThat(notes(database)).containsExactly("first", "second");
        }
    }

    @Test
    void bringsAnOlderFileUpToDate() {
        try (Database database = open(ONE)) {
            add(database, "old");
        }
        try (Database database = open(TWO)) {
            assertThat(notes(database)).containsExactly("old");
            assertThat(pragma(database, "user_version")).isEqualTo("2");
            database.write(t -> t.update("update note set author = 'A' where text = 'old'"));
        }
    }

    @Test
    void refusesAFileOfANewerAndon() {
        open(TWO).close();
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> open(ONE))
                .satisfies(e -> assertThat(e.code()).isEqualTo("database-newer"))
                .withMessageContaining(file().toString())
                .withMessageContaining("version 2");
    }

    @Test
    void namesADamagedFileAndTheMendAndLeavesItAlone() throws IOException {
        try (Database database = open(ONE)) {
            for (int i = 0; i < 200; i++) {
                add(database, "a note that fills the pages of the file " + "x".repeat(200));
            }
        }
        damage(file());
        byte[] damaged = Files.readAllBytes(file());
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> open(ONE))
                .satisfies(e -> assertThat(e.code()).isEqualTo("database-corrupt"))
                .withMessageContaining(file().toString())
                .withMessageContaining("Make it anew.");
        assertThat(file()).hasBinaryContent(damaged);
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Files.writeString(file(), "this is a letter to my aunt, not a database. ".repeat(50));
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> open(ONE))
                .satisfies(e -> assertThat(e.code()).isEqualTo("database-corrupt"));
    }

    @Test
    void setsADamagedFileAsideAndMakesItAnew() throws IOException {
        Files.writeString(file(), "not a database ".repeat(100));
        Path aside = Database.setAside(file());
        assertThat(aside).content().startsWith("not a database");
        try (Database database = open(ONE)) {
            assertThat(notes(database)).isEmpty();
        }
    }

    @Test
    void finishesWhatIsUnderWayWhenItIsClosedAndTakesNoMore() throws Exception {
        Database database = open(ONE);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        FutureTask<List<String>> question =
                new FutureTask<>(
                        () ->
                                database.read(
                                        t -> {
                                            begun.countDown();
                                            await(closing);
                                            return t.list("select 'seen'", r -> r.getString(1));
                                        }));
        Thread.ofPlatform().start(question);
        await(begun);
        Thread closer = Thread.ofPlatform().start(database::close);
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        closing.countDown();
        assertThat(question.get()).containsExactly("seen");
        closer.join();
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> notes(database))
                .satisfies(e -> assertThat(e.code()).isEqualTo("database-closed"));
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> add(database, "late"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("database-closed"));
    }

    @Test
    void opensAnewOnlyWhatIsDamaged() throws IOException {
        List<Path> aside = new ArrayList<>();
        Files.writeString(file(), "not a database ".repeat(100));
        try (Database database = Database.openOrSetAside(file(), ONE, aside::add)) {
            add(database, "kept");
        }
        assertThat(aside).singleElement().satisfies(old -> assertThat(old).exists());
        try (Database database = Database.openOrSetAside(file(), TWO, aside::add)) {
            assertThat(notes(database)).containsExactly("kept");
        }
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> Database.openOrSetAside(file(), ONE, aside::add))
                .satisfies(e -> assertThat(e.code()).isEqualTo("database-newer"));
        assertThat(aside).hasSize(1);
    }

    @Test
    void saysThatTheDiskIsFull() {
        try (Database database = open(ONE)) {
            database.write(t -> t.only("pragma max_page_count = 8", row -> row.getInt(1)));
            assertThatExceptionOfType(StageException.class)
                    .isThrownBy(() -> add(database, "x".repeat(100_000)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("disk-full"))
                    .withMessageContaining(file().toString());
            add(database, "small");
            assertThat(notes(database)).containsExactly("small");
        }
    }

    @Test
    void saysWhichFolderCannotBeMade() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("occupied"), "a file");
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> Database.open(notAFolder.resolve("index.db"), ONE))
                .satisfies(e -> assertThat(e.code()).isEqualTo("database-unwritable"))
                .withMessageContaining(notAFolder.toString());
    }

    private Path file() {
        return folder.resolve("index.db");
    }

    private Database open(Schema schema) {
        return Database.open(file(), schema);
    }

    private static void add(Database database, String text) {
        database.write(t -> t.update("insert into note (text) values (?)", text));
    }

    private static List<String> notes(Database database) {
        return database.read(t -> t.list("select text from note order by id", r -> r.getString(1)));
    }

    private static int count(Transaction transaction) throws SQLException {
        return transaction.only("select count(*) from note", row -> row.getInt(1));
    }

    private static String pragma(Database database, String name) {
        return database.write(t -> t.only("pragma " + name, row -> row.getString(1)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Overwrites all but the first page.
    private static void damage(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate((int) channel.size() - 4096), 4096);
        }
    }

    /// A program that is gone in the middle of a transaction, as by `kill -9`.
    static final class Dying {
        static final int STATUS = 137;

        public static void main(String[] args) {
            Database database = Database.open(Path.of(args[0]), ONE);
            add(database, "acknowledged");
            database.write(
                    transaction -> {
                        for (int i = 0; i < 1_000; i++) {
                            transaction.update(
                                    "insert into note (text) values (?)", "x".repeat(10_000));
                        }
                        Runtime.getRuntime().halt(STATUS);
                        return 0;
                    });
        }
    }
}
