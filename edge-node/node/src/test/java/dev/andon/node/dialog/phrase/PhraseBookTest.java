package dev.andon.node.dialog.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PhraseBookTest {
    /// Nothing fills a slot but words as they are.
    private static final Fillings NOTHING = (_, _, _, _) -> List.of();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Stop!, STOP",
        "halt, STOP",
        "Arrête., STOP",
        "say that again, REPEAT",
        "noch einmal, REPEAT",
        "go on, MORE",
        "weiter, MORE",
        "La suite, MORE",
        "yes please, YES",
        "C'est bon, YES",
        "'Andon, c''est bon, s''il te plaît', YES",
        "Ja., YES",
    })
    void knowsWhatTheProductBringsWhateverTheCaseTheAccentsAndTheSigns(String said, Intent intent) {
        assertThat(intents(PhraseBook.BUILT_IN, said)).contains(intent);
    }

    @Test
    void takesWordsThatCountNothingOffBothEnds() {
        assertThat(intents(PhraseBook.BUILT_IN, "um, Andon, stop please")).contains(Intent.STOP);
        assertThat(intents(PhraseBook.BUILT_IN, "Andon, arrête, s'il vous plaît"))
                .contains(Intent.STOP);
        assertThat(intents(PhraseBook.BUILT_IN, "stop the please press")).isEmpty();
        assertThat(intents(PhraseBook.BUILT_IN, "please")).isEmpty();
    }

    @Test
    void doesWithoutAFolderOfThePlant() {
        assertThat(PhraseBook.of(folder.resolve("none")).phrases())
                .isEqualTo(PhraseBook.BUILT_IN.phrases());
        assertThat(PhraseBook.of(folder).phrases()).isEqualTo(PhraseBook.BUILT_IN.phrases());
    }

    @Test
    void putsAListOfThePlantInThePlaceOfTheOneOfThatLanguage() throws IOException {
        write("commands-en.txt", "[repeat]\nOnce more, please!\n");
        PhraseBook book = PhraseBook.of(folder);
        assertThat(intents(book, "once more please")).contains(Intent.REPEAT);
        assertThat(intents(book, "noch einmal")).contains(Intent.REPEAT);
        assertThat(intents(book, "say that again")).isEmpty();
        assertThat(intents(book, "go on")).contains(Intent.MORE);
    }

    @Test
    void stopsAtWhateverAlwaysStopped() throws IOException {
        write("commands-en.txt", "[stop]\nshut up\n");
        PhraseBook book = PhraseBook.of(folder);
        assertThat(intents(book, "shut up")).contains(Intent.STOP);
        assertThat(intents(book, "be quiet")).contains(Intent.STOP);
    }

    @Test
    void learnsALanguageThatTheProductDoesNotBring() throws IOException {
        write("commands-nl.txt", "[more]\nga door\n");
        write("commands-nl.txt~", "[more]\nnot this\n");
        PhraseBook book = PhraseBook.of(folder);
        assertThat(intents(book, "ga door")).contains(Intent.MORE);
        assertThat(intents(book, "go on")).contains(Intent.MORE);
        assertThat(intents(book, "not this")).isEmpty();
        assertThat(book.words("nl", "filler")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            textBlock =
                    """
                    [stop]~halt~[wish]~wait % [wish]
                    [stop] % no phrase
                    [stop]~?! % nobody can say
                    [open]~open [an incident % opens '[' without closing it
                    [open]~open (an|the incident % opens '(' without closing it
                    [open]~open {machine % opens '{' without closing it
                    [open]~open an incident] % closes ']' without opening it
                    [open]~open on {engine} % has the placeholder {engine}; there are {machine}
                    [open]~[open] [it] % silence would mean it
                    [open]~(open|[it]) % silence would mean it
                    [open]~<tell> an incident~[<say>]~say % has the name <tell>, and there is no list [<tell>]
                    [open]~<say> an incident~[<say>]~say [it % opens '[' without closing it
                    [open]~<say> an incident~[<say>]~say <say> % stands for itself
                    [open]~open <say an incident % opens '<' without closing it
                    [yes]~{text} % takes any words
                    [yes]~[oh] {text} % takes any words
                    """)
    void saysWhatIsWrongWithAFile(String lines, String complaint) throws IOException {
        Path file = write("commands-en.txt", lines.replace('~', '\n'));
        assertThat(PhraseBook.complaint(file))
                .hasValueSatisfying(it -> assertThat(it).contains(complaint));
        assertThatThrownBy(() -> PhraseBook.of(folder))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.code()).isEqualTo("phrases-wrong"))
                .hasMessageContaining("commands-en.txt")
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesAPhraseThatIsTooLongToSay() throws IOException {
        assertThat(PhraseBook.complaint(write("a", "[more]\n" + "on ".repeat(100) + "\n")))
                .hasValueSatisfying(it -> assertThat(it).contains("nobody can say"));
        assertThat(PhraseBook.complaint(write("b", "[more]\n" + "[".repeat(5_000) + "\n")))
                .hasValueSatisfying(it -> assertThat(it).contains("nobody can say"));
    }

    @Test
    void saysANameOnceForManyPhrases() throws IOException {
        write(
                "commands-nl.txt",
                "[more]\n"
                        + "<ga> [maar] door\n"
                        + "[back]\n"
                        + "<ga> terug\n"
                        + "[<ga>]\n"
                        + "ga\n"
                        + "loop <u>\n"
                        + "[<u>]\n"
                        + "u\n"
                        + "jij\n");
        PhraseBook book = PhraseBook.of(folder);
        assertThat(intents(book, "ga door")).contains(Intent.MORE);
        assertThat(intents(book, "loop jij maar door")).contains(Intent.MORE);
        assertThat(intents(book, "loop u terug")).contains(Intent.BACK);
        assertThat(intents(book, "loop door")).isEmpty();
    }

    @Test
    void lendsThePlantTheNamesOfTheProduct() throws IOException {
        write("commands-en.txt", "[open]\n<report> a mess <on> {machine}\n");
        Fillings machine =
                (_, _, words, at) ->
                        words.get(at).equals("press")
                                ? List.of(new Filling(1, "press"))
                                : List.of();
        assertThat(PhraseBook.of(folder).meanings("log a mess on press", machine))
                .extracting(Meaning::intent)
                .contains(Intent.OPEN);
    }

    @Test
    void findsAGoodFileGood() throws IOException {
        assertThat(PhraseBook.complaint(write("a", "# Ours\n[stop]\nhalt\n"))).isEmpty();
        assertThat(PhraseBook.complaint(write("b", "[correction]\n[no] {machine}\n"))).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotInUtf8() throws IOException {
        Path latin = folder.resolve("commands-de.txt");
        Files.write(latin, "[stop]\naufhören\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(PhraseBook.complaint(latin))
                .hasValueSatisfying(it -> assertThat(it).contains("UTF-8"));
        assertThatThrownBy(() -> PhraseBook.of(folder))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.code()).isEqualTo("phrases-unreadable"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The cause was: E-42, nozzle M8 torn! | E-42, nozzle M8 torn
                    la cause était l'étape du Siemens-PLC | l'étape du Siemens-PLC
                    wegen Öl-Verlust an der Düse. | Öl-Verlust an der Düse
                    """)
    void keepsATextAsItWasWritten(String said, String text) {
        assertThat(PhraseBook.BUILT_IN.meanings(said, NOTHING))
                .filteredOn(meaning -> meaning.intent() == Intent.CAUSE)
                .extracting(meaning -> meaning.slot(Slot.TEXT, String.class))
                .first()
                .isEqualTo(text);
    }

    @Test
    void endsWhateverAPhraseLeavesOpen() throws IOException {
        String choices = "(a|a a|[a] a)".repeat(12);
        write("commands-en.txt", "[more]\n" + choices + "\n[note]\nnote {text} and {text} end\n");
        PhraseBook book = PhraseBook.of(folder);
        assertThat(intents(book, "a ".repeat(200))).isEmpty();
        assertThat(intents(book, "note " + "and ".repeat(190) + "end")).isEmpty();
    }

    private static List<Intent> intents(PhraseBook book, String said) {
        return book.meanings(said, NOTHING).stream().map(Meaning::intent).distinct().toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
