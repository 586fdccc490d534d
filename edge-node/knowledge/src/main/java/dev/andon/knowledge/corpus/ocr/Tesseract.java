package dev.andon.knowledge.corpus.ocr;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.xml.stream.XMLStreamException;

/// The program Tesseract on this computer, called once a page (see `docs/adr/0010`).
public final class Tesseract {
    /// How to get it.
    public static final String MEND =
            "install tesseract-ocr and its languages (apt-get install tesseract-ocr"
                    + " tesseract-ocr-fra tesseract-ocr-deu)";

    /// A full page takes 2 to 10 s on one core.
    static final Duration PAGE_TIME_MAX = Duration.ofSeconds(120);

    private static final Duration START_TIME_MAX = Duration.ofSeconds(20);

    /// Tried together where nobody says the language of a manual.
    private static final List<String> USUAL = List.of("eng", "fra", "deu");

    private final Path program;
    private final List<String> languages;
    private final Duration pageTimeMax;

    /// Calls a program at a place of its own.
    ///
    /// @param pageTimeMax then it is killed
    /// @throws StageException `corpus`: `ocr-not-started`, `ocr-timeout`, `ocr-failed`
    public Tesseract(Path program, Duration pageTimeMax) {
        this.program = program;
        this.pageTimeMax = pageTimeMax;
        this.languages = installedLanguages();
    }

    /// The program on the `PATH`; empty if it isn't installed or has no language.
    public static Optional<Tesseract> find() {
        return onPath(System.getenv("PATH"))
                .map(program -> new Tesseract(program, PAGE_TIME_MAX))
                .filter(tesseract -> !tesseract.languages.isEmpty());
    }

    private static Optional<Path> onPath(@Nullable String path) {
        return Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "tesseract"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private List<String> installedLanguages() {
        List<String> line = List.of(program.toString(), "--list-langs");
        byte[] output = new RecognitionRun(line, START_TIME_MAX).output();
        return new String(output, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(name -> name.matches("[a-z]{3}(_[a-zA-Z]+)?") && !name.equals("osd"))
                .toList();
    }

    /// Recognises the text of one picture.
    ///
    /// @param picture PNG or another common format
    /// @param dpi of the picture
    /// @param language BCP 47 of the text; null if nobody knows it
    /// @throws StageException `corpus`: `ocr-language-missing`, `ocr-not-started`, `ocr-timeout`,
    ///     `ocr-failed`
    public List<RecognizedLine> read(Path picture, int dpi, @Nullable String language) {
        List<String> line =
                List.of(
                        program.toString(),
                        picture.toString(),
                        "stdout",
                        "-l",
                        String.join("+", models(language)),
                        "--dpi",
                        Integer.toString(dpi),
                        "hocr");
        byte[] hocr = new RecognitionRun(line, pageTimeMax).output();
        try {
            return Hocr.lines(hocr);
        } catch (XMLStreamException e) {
            throw new StageException(
                    Stage.CORPUS, "ocr-failed", "Text recognition printed what is no hOCR.", e);
        }
    }

    /// Which of the installed models read a language.
    List<String> models(@Nullable String language) {
        if (language == null) {
            List<String> usual = new ArrayList<>(USUAL);
            usual.retainAll(languages);
            return usual.isEmpty() ? languages.subList(0, 1) : List.copyOf(usual);
        }
        Locale locale = Locale.forLanguageTag(language);
        String model = locale.getISO3Language();
        // Chinese is the one common language whose models are not named by ISO 639-2/T.
        String named = Map.of("zho", "chi_sim").getOrDefault(model, model);
        if (!languages.contains(named)) {
            throw new StageException(
                    Stage.CORPUS,
                    "ocr-language-missing",
                    "Text recognition cannot read %s: install tesseract-ocr-%s."
                            .formatted(
                                    locale.getDisplayLanguage(Locale.ENGLISH),
                                    named.replace('_', '-')));
        }
        return List.of(named);
    }
}
