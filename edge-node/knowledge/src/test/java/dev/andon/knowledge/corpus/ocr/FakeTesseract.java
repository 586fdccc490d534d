package dev.andon.knowledge.corpus.ocr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// A shell script in the place of the program; it knows English.
public final class FakeTesseract {
    private FakeTesseract() {}

    /// Runs these lines for a page; `$6` is the resolution.
    public static Tesseract with(Path folder, Duration timeMax, String lines) throws IOException {
        Path script = folder.resolve("tesseract");
        Files.writeString(
                script,
                "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo eng; exit 0; fi\n"
                        + lines
                        + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Tesseract(script, timeMax);
    }

    /// Prints one line of two words in the same place on the page at 300 and at 400 dpi.
    ///
    /// @param first word
    /// @param at300 second word, and its confidence, in the first reading
    /// @param at400 second word in the second
    public static String printing(String first, String at300, int confidence, String at400) {
        return "if [ \"$6\" = 300 ]; then %s else %s fi"
                .formatted(
                        printing(300, first, at300, confidence),
                        printing(400, first, at400, confidence));
    }

    private static String printing(int dpi, String first, String second, int confidence) {
        int inch = dpi;
        return """
        cat <<END
        <!DOCTYPE html PUBLIC "x" "http://localhost:1/never.dtd">
        <html><body><span class='ocr_line' title="bbox %1$d %1$d %2$d %3$d; baseline 0 0; x_size 9">
        <span class='ocrx_word' title='bbox %1$d %1$d %2$d %3$d; x_wconf 96'>%4$s</span>
        <span class='ocrx_word' title='bbox %5$d %1$d %6$d %3$d; x_wconf %7$d'>%8$s</span>
        </span></body></html>
        END
        """
                .formatted(
                        inch,
                        inch * 2,
                        inch * 11 / 10,
                        first,
                        inch * 21 / 10,
                        inch * 25 / 10,
                        confidence,
                        second);
    }
}
