package dev.andon.node.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.config.ConfigException;
import dev.andon.config.register.AssetRegister;
import dev.andon.node.redaction.LabelledSentences.Score;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

class RedactorTest {
    private static final Redactor REDACTOR = LabelledSentences.redactor();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"report", "tune"})
    void publishesWhatItFindsAndWhatItErrsIn(String half) throws IOException {
        Score score = Score.of(REDACTOR, LabelledSentences.half(half));
        String row =
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %d of %d (%.1f %%) | %d of %d (%.1f %%) |",
                        half,
                        LabelledSentences.half(half).size(),
                        score.found(),
                        score.pieces(),
                        100 * score.recall(),
                        score.rightly(),
                        score.taken(),
                        100 * score.precision());
        assertThat(Files.readString(docs())).contains(row);
    }

    @Test
    void isMeasuredInThreeLanguagesWithAndWithoutPeople() {
        List<LabelledSentences.Sentence> all = LabelledSentences.all();
        assertThat(all).hasSizeGreaterThanOrEqualTo(120);
        for (String language : List.of("en", "fr", "de")) {
            Stream<LabelledSentences.Sentence> own =
                    all.stream().filter(sentence -> sentence.language().equals(language));
            assertThat(own.filter(sentence -> sentence.truth().isEmpty()).count())
                    .isGreaterThanOrEqualTo(15);
        }
    }

    @Test
    void leavesARedactedTextAsItIs() {
        for (LabelledSentences.Sentence sentence : LabelledSentences.all()) {
            String once = REDACTOR.apply(sentence.text());
            assertThat(REDACTOR.apply(once)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Marguerite's ram is stuck|Marguerite's ram is stuck",
                "Marguerite Dupont's ram is stuck|[name]'s ram is stuck",
                "dupont, marguerite said so|[name] said so",
                "MARGUERITE DUPONT|[name]",
                "l'équipe d'Antoine|l'équipe d'[name]",
                "Annas Schicht|[name] Schicht",
                "katharina von der heide hat frei|[name] hat frei",
                "fault E-42 of part 6ES7 315-2EH14, 45 Nm, page 12|fault E-42 of part 6ES7"
                        + " 315-2EH14, 45 Nm, page 12",
                "call +49 171 2345678 or 06 12 34 56 78|call [phone] or [phone]",
                "a@b.example.com and A-1|[mail] and A-1",
            })
    void takesOutPeopleAndKeepsThePlant(String text, String clean) {
        assertThat(REDACTOR.apply(text)).isEqualTo(clean);
    }

    @Test
    void knowsFormsWithoutARosterToo() {
        Redactor redactor = new Redactor(Roster.NOBODY, AssetRegister.empty());
        assertThat(redactor.apply("Marguerite Dupont, badge 44127, m.d@plant.example"))
                .isEqualTo("Marguerite Dupont, badge [badge], [mail]");
    }

    @Test
    void readsNamesInBothOrdersWithComments() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("roster.txt"),
                        "# night shift\nDupont, Marguerite\n\nAyşe Öz\n");
        Roster roster = Roster.read(file);
        assertThat(roster.names()).containsExactly("Marguerite Dupont", "Ayşe Öz");
        assertThat(roster.toString()).doesNotContain("Dupont");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Roster.read(folder.resolve("none.txt")))
                .withMessageContaining("no such file");
    }

    @Test
    void redactsWhatIsLogged() {
        Logger root = Logger.getLogger("");
        Handler[] before = root.getHandlers();
        Handler handler = new java.util.logging.ConsoleHandler();
        root.addHandler(handler);
        try {
            RedactedLog.install(REDACTOR);
            RedactedLog.install(REDACTOR);
            LogRecord entry = new LogRecord(Level.SEVERE, "nadia benali asked 0171 2345678");
            assertThat(handler.getFormatter().format(entry))
                    .contains("[name] asked [phone]")
                    .doesNotContainIgnoringCase("benali");
        } finally {
            root.removeHandler(handler);
            assertThat(root.getHandlers()).hasSize(before.length);
        }
    }

    private static Path docs() {
        return Path.of(Objects.requireNonNull(System.getProperty("andon.root")), "docs/privacy.md");
    }
}
