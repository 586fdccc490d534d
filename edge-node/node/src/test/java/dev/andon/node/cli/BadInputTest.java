package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.NodeHome;
import dev.andon.config.demo.DemoPlant;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// Whatever a person gets wrong: the message says what, where and the mend, and no stack trace.
class BadInputTest {
    private static final int RATE = 16_000;

    @TempDir private static Path folder;
    @TempDir private static Path home;

    @BeforeAll
    static void bringTheRegister() {
        DemoPlant plant = DemoPlant.unpack(folder.resolve("plant"));
        NodeHome node = new NodeHome(home).create();
        RegisterWriter.write(RegisterReader.read(plant.register()), node.register());
        Path press = plant.manuals().resolve("press-hp63-service.md");
        assertThat(andon("index", press.toString()).exit()).isZero();
    }

    static Stream<Arguments> recordings() throws IOException {
        return Stream.of(
                Arguments.of(file("empty.wav", new byte[0]), "empty"),
                Arguments.of(
                        file("text.wav", "not a recording".getBytes(StandardCharsets.UTF_8)),
                        "WAV"),
                Arguments.of(file("header.wav", Arrays.copyOf(silence(1), 44)), "no samples"),
                Arguments.of(folder.resolve("absent.wav"), "absent.wav"),
                Arguments.of(folder, folder.toString()),
                Arguments.of(twoHours(), "30"));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void refusesARecordingThatIsNone(Path recording, String says) {
        CommandRun run = andon("ask", "--wav", recording.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out() + run.err()).contains(says).doesNotContain("\tat ", "Exception");
    }

    @Test
    void saysThatSilenceIsSilence() throws IOException {
        CommandRun run = andon("ask", "--wav", file("silent.wav", silence(2)).toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("silence");
    }

    @Test
    void refusesTenThousandWords() {
        CommandRun run = andon("ask", "--text", "torque ".repeat(10_000));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("10000 words").contains("at most");
    }

    @Test
    void namesTheMachinesWhenOneIsUnknown() {
        CommandRun run = andon("ask", "--text", "what is the torque", "--machine", "robot-9");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("robot-9").contains("press-1");
    }

    @Test
    void asksForExactlyOneQuestion() {
        assertThat(andon("ask").exit()).isEqualTo(2);
        assertThat(andon("ask", "--text", "a", "--wav", "b").exit()).isEqualTo(2);
        assertThat(andon("fly").exit()).isEqualTo(2);
    }

    @Test
    void namesTheLinesOfABatchThatCannotBeRead() throws IOException {
        Path batch =
                file(
                        "batch.jsonl",
                        """
                        {"id": "a", "question": "what is the torque of M12 bolts", "machine": "press-1"}
                        not json
                        {"id": "c"}
                        {"id": "d", "question": "torque", "machine": "robot-9"}
                        """
                                .getBytes(StandardCharsets.UTF_8));
        CommandRun run = andon("ask", "--batch", batch.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.objects()).hasSize(4);
        assertThat(run.objects().get(0).path("reply").isNull()).isFalse();
        assertThat(run.objects().get(1).at("/failure/message").asText()).contains("line 2");
        assertThat(run.objects().get(2).at("/failure/message").asText()).contains("line 3");
        assertThat(run.objects().get(3).at("/failure/message").asText()).contains("robot-9");
    }

    @Test
    void keepsACorruptDatabaseAndSaysSo(@TempDir Path other) throws IOException {
        Path database = new NodeHome(other).create().database();
        Files.write(
                database,
                "this is no database, it only has its name"
                        .repeat(500)
                        .getBytes(StandardCharsets.UTF_8));
        byte[] before = Files.readAllBytes(database);
        CommandRun run = CommandRun.of("--home", other.toString(), "ask", "--text", "torque");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(database.toString()).doesNotContain("\tat ");
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void namesAFolderThatCannotBeWritten() throws IOException {
        Path file = file("a-file", new byte[] {1});
        CommandRun run = CommandRun.of("--home", file.resolve("home").toString(), "models");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(file.toString()).contains("--home").doesNotContain("\tat ");
    }

    @Test
    void namesATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            CommandRun run = andon("serve", "--port", port);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains(port).doesNotContain("\tat ");
        }
    }

    static Stream<Arguments> brokenModels() {
        return Stream.of(
                Arguments.of("am/final.mdl", new byte[0]),
                Arguments.of("am/final.mdl", "garbage".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("conf/mfcc.conf", new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("brokenModels")
    void unpacksABrokenBuiltInModelAgain(String file, byte[] content, @TempDir Path other)
            throws IOException {
        assertThat(CommandRun.of("--home", other.toString(), "doctor").exit()).isZero();
        Path broken = new NodeHome(other).models().resolve("vosk-andon-en").resolve(file);
        byte[] whole = Files.readAllBytes(broken);
        Files.write(broken, content);
        CommandRun run = CommandRun.of("--home", other.toString(), "doctor");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(broken).hasBinaryContent(whole);
    }

    @Test
    void saysHowToPullAModelThatIsNotHere() throws IOException {
        Path config =
                file(
                        "absent.yaml",
                        "hearing:\n  model: vosk-model-small-en-us-0.15\n"
                                .getBytes(StandardCharsets.UTF_8));
        CommandRun run =
                andon("--config", config.toString(), "ask", "--wav", question().toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out() + run.err())
                .contains("andon models pull vosk-model-small-en-us-0.15")
                .doesNotContain("\tat ");
    }

    @Test
    void namesAPulledModelThatIsBroken(@TempDir Path other) throws IOException {
        Path model = new NodeHome(other).create().models().resolve("vosk-model-small-en-us-0.15");
        Files.createDirectories(model.resolve("am"));
        Files.write(model.resolve("am").resolve("final.mdl"), new byte[] {1, 2, 3});
        Path config =
                file(
                        "broken.yaml",
                        "hearing:\n  model: vosk-model-small-en-us-0.15\n"
                                .getBytes(StandardCharsets.UTF_8));
        CommandRun run =
                CommandRun.of("--home", other.toString(), "--config", config.toString(), "doctor");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("vosk-model-small-en-us-0.15", "andon models pull");
    }

    @Test
    void namesAnUnknownConfigurationKey() throws IOException {
        Path config = file("andon.yaml", "web:\n  prot: 8080\n".getBytes(StandardCharsets.UTF_8));
        CommandRun run =
                CommandRun.of("--home", home.toString(), "--config", config.toString(), "doctor");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("web.prot").contains("port").contains(config.toString());
    }

    @Test
    void refusesToListenBeyondThisComputerWithoutTlsAndToken() throws IOException {
        Path config =
                file(
                        "open.yaml",
                        "web:\n  host: 0.0.0.0\n  port: 0\n".getBytes(StandardCharsets.UTF_8));
        CommandRun run =
                CommandRun.of("--home", home.toString(), "--config", config.toString(), "serve");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).containsIgnoringCase("tls").containsIgnoringCase("token");
    }

    private static CommandRun andon(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--home";
        all[1] = home.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return CommandRun.of(all);
    }

    private static Path question() {
        return folder.resolve("plant").resolve("questions").resolve("demo-1.wav");
    }

    private static Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] silence(int seconds) {
        int bytes = seconds * RATE * 2;
        return header(bytes, bytes);
    }

    /// A sparse file: two hours of silence that take no room on the disk.
    private static Path twoHours() throws IOException {
        int bytes = 2 * 3600 * RATE * 2;
        Path file = file("two-hours.wav", header(0, bytes));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(44L + bytes);
        }
        return file;
    }

    private static byte[] header(int content, int declared) {
        ByteBuffer wav = ByteBuffer.allocate(44 + content).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + declared);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(declared);
        return wav.array();
    }
}
