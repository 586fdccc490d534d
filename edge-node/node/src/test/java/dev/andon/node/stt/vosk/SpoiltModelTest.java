package dev.andon.node.stt.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A model that is not whole is refused by name; it never ends the process.
class SpoiltModelTest {
    @TempDir Path folder;

    @BeforeEach
    void copy() {
        TestModel.copyTo(folder);
    }

    @Test
    void aWholeCopyLoads() {
        VoskRecognizer.open(folder).close();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertFails(folder.resolve("nowhere"), "model-missing", "nowhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "am/final.mdl",
                "conf/model.conf",
                "conf/mfcc.conf",
                "graph/words.txt",
                "graph/HCLr.fst",
                "graph/Gr.fst",
                "graph/disambig_tid.int"
            })
    void aMissingFileIsNamed(String file) throws IOException {
        Files.delete(folder.resolve(file));
        assertFails(folder, "model-missing", file);
    }

    @ParameterizedTest
    @CsvSource({
        "am/final.mdl, 0",
        "am/final.mdl, 10",
        "am/final.mdl, 1000000",
        "am/final.mdl, 2978950",
        "graph/HCLr.fst, 0",
        "graph/HCLr.fst, 30",
        "graph/HCLr.fst, 100000",
        "graph/Gr.fst, 0",
        "graph/Gr.fst, 131737",
        "graph/words.txt, 0",
        "conf/model.conf, 0"
    })
    void aCutFileIsNamed(String file, long bytes) throws IOException {
        TestModel.cut(folder.resolve(file), bytes);
        assertFails(folder, "model-corrupt", file);
    }

    @Test
    void aGraphWhoseArcsLeadNowhereIsNamed() throws IOException {
        Path graph = folder.resolve("graph/Gr.fst");
        try (RandomAccessFile bytes = new RandomAccessFile(graph.toFile(), "rw")) {
            bytes.seek(bytes.length() - 4);
            bytes.writeInt(0x7f7f7f7f);
        }
        assertFails(folder, "model-corrupt", "graph/Gr.fst");
    }

    @Test
    void settingsThatVoskDoesNotKnowAreAnError() throws IOException {
        Files.writeString(folder.resolve("graph/disambig_tid.int"), "nonsense\n");
        assertFails(folder, "model-corrupt", folder.toString());
    }

    @Test
    void aMissingNativeLibraryIsAnError() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Path.of(System.getProperty("andon.root"), "device-config/jvm.args"));
        command.addAll(List.of("-Djna.noclasspath=true", "-Djna.nosys=true", "-Xmx64m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(OpensModel.class.getName(), folder.toString()));
        Path out = folder.resolve("out.txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertThat(process.waitFor()).isEqualTo(OpensModel.REFUSED);
        assertThat(Files.readString(out)).contains("native-library-missing");
    }

    private static void assertFails(Path model, String code, String named) {
        assertThatThrownBy(() -> VoskRecognizer.open(model))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(named);
    }

    /// A process of its own: opens the model and says what came of it.
    static final class OpensModel {
        static final int REFUSED = 3;

        private OpensModel() {}

        public static void main(String[] arguments) {
            try {
                VoskRecognizer.open(Path.of(arguments[0])).close();
            } catch (StageException e) {
                System.out.println(e.code());
                System.exit(REFUSED);
            }
        }
    }
}
