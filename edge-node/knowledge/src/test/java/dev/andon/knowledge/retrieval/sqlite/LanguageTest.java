package dev.andon.knowledge.retrieval.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Manuals in three languages, asked in their own and in another.
class LanguageTest {
    @TempDir static Path folder;
    private static ManualsFixture site;

    @BeforeAll
    static void index() throws IOException {
        site = new ManualsFixture(folder).copy(List.of());
        write(
                "fr",
                """
                # Changement de la courroie
                Desserrer les vis de serrage, puis déposer la courroie usée.
                # Pompe hydraulique
                Les pompes sont vidangées toutes les 2000 heures.
                # Niveau d'huile
                Contrôler le niveau de l'huile au voyant.
                # Capteurs de porte
                Nettoyer les capteurs avec un chiffon sec.
                # Profibus
                Le bornier du réseau se trouve dans l'armoire.
                """);
        write(
                "de",
                """
                # Keilriemen wechseln
                Die Spannung der Riemen an der Spindel prüfen.
                # Hydraulikpumpe
                Das Aggregat läuft mit 1450 Umdrehungen.
                # Anzugsdrehmomente
                Alle Angaben gelten für trockene Gewinde.
                # Ölstand
                Den Stand am Schauglas ablesen.
                # Schutztürschalter
                Der Schalter verriegelt die Haube.
                """);
        write(
                "en",
                """
                # Die height
                The die height is set with the spindle.
                # Gear pump
                The pump runs at 1450 rpm.
                # Die cushion
                The cushion carries the die.
                """);
        assertThat(site.index().outcomes()).hasSize(3);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fr | Quand faut-il vidanger la pompe ?          | Pompe hydraulique
                    fr | Où contrôler l'huile ?                     | Niveau d'huile
                    fr | courroies usées                            | Changement de la courroie
                    fr | Comment nettoyer le capteur ?              | Capteurs de porte
                    de | Wie schnell läuft die Pumpe?               | Hydraulikpumpe
                    de | Welches Drehmoment?                        | Anzugsdrehmomente
                    de | Spannung des Riemens                       | Keilriemen wechseln
                    de | Wo ist der Schalter der Schutztuer?        | Schutztürschalter
                    de | Wo lese ich den Oelstand ab?               | Ölstand
                    de | Spindelriemen                              | Keilriemen wechseln
                    en | What is the die height?                    | Die height
                    en | Profibus                                   | Profibus
                    """)
    void findsWordsInEveryForm(String language, String question, String heading) {
        Passage first = ask(language, question).getFirst();
        assertThat(first.heading()).isEqualTo(heading);
        assertThat(first.evidence().keywordRank()).isBetween(1, 2);
    }

    @Test
    void prefersTheLanguageOfTheQuestionButKeepsTheOthers() {
        assertThat(ask("de", "Pumpe 1450").getFirst().manual().language()).isEqualTo("de");
        assertThat(ask("en", "pump 1450").getFirst().manual().language()).isEqualTo("en");
        assertThat(ask("de", "Pumpe 1450"))
                .extracting(passage -> passage.manual().language())
                .contains("de", "en");
    }

    @Test
    void takesAWordOfAnotherLanguagesGrammarForNone() {
        assertThat(ask("en", "die"))
                .filteredOn(passage -> passage.evidence().keywordRank() > 0)
                .isNotEmpty()
                .allMatch(passage -> "en".equals(passage.manual().language()));
    }

    @Test
    void writesWordsAndCodesAnewThatOlderCodeWrote() {
        site.database.write(
                transaction -> {
                    transaction.update("delete from passage_words");
                    transaction.update("delete from passage_code");
                    return transaction.update("update manual set words_version = 0");
                });
        assertThat(ask("de", "Drehmoment"))
                .allMatch(passage -> passage.evidence().keywordRank() == 0);
        assertThat(site.table.rewriteWords()).isEqualTo(3);
        assertThat(site.table.rewriteWords()).isZero();
        assertThat(ask("de", "Drehmoment").getFirst().heading()).isEqualTo("Anzugsdrehmomente");
    }

    private static List<Passage> ask(String language, String question) {
        return site.retriever.retrieve(new Question(question, null, List.of(), language));
    }

    private static void write(String language, String text) throws IOException {
        Files.writeString(
                site.manuals.resolve(language + ".md"),
                "---\nid: manual-%1$s\ntitle: %1$s\nlanguage: %1$s\n---\n%2$s"
                        .formatted(language, text));
    }
}
