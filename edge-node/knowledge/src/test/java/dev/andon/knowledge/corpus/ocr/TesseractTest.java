package dev.andon.knowledge.corpus.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class TesseractTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir Path folder;

    @Test
    void readsWordsWithTheirPlaces() throws IOException {
        Tesseract tesseract =
                FakeTesseract.with(
                        folder, LONG, FakeTesseract.printing("&lt;Oil&gt;", "25", 91, "25"));

        assertThat(tesseract.read(folder.resolve("page.png"), 300, "en-GB"))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.baseline()).isEqualTo(330);
                            assertThat(line.words())
                                    .containsExactly(
                                            new RecognizedWord("<Oil>", 300, 300, 600, 330, 96),
                                            new RecognizedWord("25", 630, 300, 750, 330, 91));
                        });
    }

    @Test
    void killsAProgramThatHangs() throws IOException {
        Path pid = folder.resolve("pid");
        Tesseract tesseract =
                FakeTesseract.with(
                        folder, Duration.ofSeconds(1), "echo $$ > " + pid + "; sleep 600");

        assertFails("ocr-timeout", () -> tesseract.read(folder.resolve("page.png"), 300, "en"));
        long process = Long.parseLong(Files.readString(pid).strip());
        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void stopsListeningToAProgramThatNeverEndsItsOutput() throws IOException {
        Tesseract tesseract = FakeTesseract.with(folder, LONG, "yes");

        assertFails("ocr-failed", () -> tesseract.read(folder.resolve("page.png"), 300, "en"));
    }

    @Test
    void tellsWhyTheProgramFailed() throws IOException {
        Tesseract tesseract = FakeTesseract.with(folder, LONG, "echo No memory >&2; exit 3");

        assertThatThrownBy(() -> tesseract.read(folder.resolve("page.png"), 300, "en"))
                .hasMessageContaining("code 3")
                .hasMessageContaining("No memory");
    }

    @Test
    void refusesOutputThatIsNoHocr() throws IOException {
        Tesseract tesseract = FakeTesseract.with(folder, LONG, "echo '<html><body>'");

        assertFails("ocr-failed", () -> tesseract.read(folder.resolve("page.png"), 300, "en"));
    }

    @Test
    void namesThePackageOfALanguageThatIsMissing() throws IOException {
        Tesseract tesseract = FakeTesseract.with(folder, LONG, "exit 0");

        assertThatThrownBy(() -> tesseract.read(folder.resolve("page.png"), 300, "pl"))
                .hasMessageContaining("Polish")
                .hasMessageContaining("tesseract-ocr-pol");
        assertThat(tesseract.models(null)).containsExactly("eng");
    }

    private static void assertFails(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StageException.class)
                .extracting("code")
                .isEqualTo(code);
    }
}
