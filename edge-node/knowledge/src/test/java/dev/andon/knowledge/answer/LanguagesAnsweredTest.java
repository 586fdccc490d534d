package dev.andon.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.words.AskedLanguage;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.sqlite.ManualsFixture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A German and a French manual, asked in their own language and in others.
final class LanguagesAnsweredTest {
    private static final QuoteAnswerer ANSWERER = new QuoteAnswerer(Set.of("en"));

    @TempDir static Path folder;
    private static ManualsFixture site;

    @BeforeAll
    static void index() throws IOException {
        site = new ManualsFixture(folder).copy(List.of("cv50-a.md"));
        for (String name : List.of("kettenfoerderer.md", "thermoscelleuse.md")) {
            try (InputStream in = LanguagesAnsweredTest.class.getResourceAsStream(name)) {
                Files.copy(Objects.requireNonNull(in), site.manuals.resolve(name));
            }
        }
        assertThat(site.index().outcomes()).hasSize(3);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Reply ask(String text) {
        String language = AskedLanguage.of(text).orElse(Language.ENGLISH).code();
        Question question = new Question(text, null, List.of(), language);
        return ANSWERER.answer(question, site.retriever.retrieve(question));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Welches Anzugsdrehmoment haben die Radnabenschrauben?      | 44
                    Welches Drehmoment haben die Schrauben am Motorflansch?    | 76
                    Wie hoch ist das Schraubendrehmoment der Zahnräder?        | 22
                    Mit welchem Drehmoment werden die Schrauben der Radnabe angezogen? | 44
                    Wie hoch ist der Öldruck im Betrieb höchstens?             | 3,5 bar
                    Wie viel Öl kommt in das Getriebe?                         | 1,8 l
                    Welche Nenndrehzahl hat der Antrieb?                       | 1450
                    Was bedeutet E-17?                                         | Kettenriss
                    Wie wechsle ich den Antriebsriemen?                        | entspannen
                    Welche Bestellnummer hat der Antriebsriemen?               | KF8-1120-01
                    Quel est le couple de serrage des vis du vérin ?           | 22
                    Tous les combien faut-il graisser les roulements ?         | toutes les 1000 heures
                    Quelle est la pression d'air maximale ?                    | 6,5 bar
                    Jusqu'à quelle température va la barre de scellage ?       | 190 °C
                    Que signifie D-07 ?                                        | Température trop basse
                    Comment remplacer le joint du vérin ?                      | Purger
                    """)
    void answersInTheLanguageOfTheManual(String question, String contained) {
        Reply reply = ask(question);
        assertThat(reply).as(reply.text()).isInstanceOf(Reply.Answer.class);
        assertThat(reply.text()).contains(contained);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Welches Drehmoment haben die Schrauben der Haube?
                    Welches Drehmoment hat die Pumpe?
                    Wie wechsle ich das Getriebe?
                    Wie wechsle ich die Pumpe?
                    Welche Bestellnummer hat die Haube?
                    Wie oft wird der Riemen gereinigt?
                    Welche Bestellnummer hat der Getriebemotor?
                    Quel est le couple de serrage des vis du moteur ?
                    Quelle est la pression d'huile ?
                    Comment remplacer le vérin ?
                    Quelle est la référence du joint ?
                    Welches Drehmoment haben die Schrauben des Zylinders?
                    How do I replace the drive belt?
                    Combien de tension faut-il pour le convoyeur à chaîne ?
                    """)
    void refusesWhatTheManualsDoNotSayOrCannotBeCompared(String question) {
        Reply reply = ask(question);
        assertThat(reply).as(reply.text()).isNotInstanceOf(Reply.Answer.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Die wear limit                        | none
                    E-17                                  | none
                    torque bottle cap                     | ENGLISH
                    What is the die height?               | ENGLISH
                    plage de réglage de PV2               | FRENCH
                    couple de serrage M10                 | FRENCH
                    Was bedeutet E-17?                    | GERMAN
                    Welches Drehmoment M10?               | GERMAN
                    """)
    void tellsTheLanguageOfAQuestionWhereItsWordsDo(String question, String language) {
        assertThat(AskedLanguage.of(question).map(Enum::name).orElse("none")).isEqualTo(language);
    }
}
