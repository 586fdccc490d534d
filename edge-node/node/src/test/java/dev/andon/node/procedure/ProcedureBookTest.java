package dev.andon.node.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.Fact.StepType;
import dev.andon.knowledge.corpus.fact.FactExtractor;
import dev.andon.knowledge.corpus.fact.FactKind;
import dev.andon.knowledge.corpus.fact.FactQuery;
import dev.andon.knowledge.corpus.fact.FactStore;
import dev.andon.knowledge.corpus.fact.FoundFact;
import dev.andon.knowledge.corpus.fact.SectionText;
import dev.andon.knowledge.corpus.fact.Span;
import dev.andon.knowledge.formats.AllFormats;
import dev.andon.node.procedure.FoundProcedures.None;
import dev.andon.node.procedure.FoundProcedures.One;
import dev.andon.node.procedure.FoundProcedures.Several;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// Procedures by what people call them.
class ProcedureBookTest {
    private static final String PRESS_MANUAL =
            "../../device-config/demo/manuals/press-hp63-service.md";
    private static final List<String> ENGLISH = List.of("HP-63");
    private static final List<String> FRENCH = List.of("CP-12");
    private static final List<String> GERMAN = List.of("VM-7");

    private static final Shelf SHELF =
            new Shelf(
                    Map.of(
                            manual("hp63-service", "en", "HP-63"),
                            List.of(
                                    "1.2 Lock-out and tag-out",
                                    "1.3 Return to service",
                                    "5.2 Setting the working pressure",
                                    "5.3 Setting the guide gibs",
                                    "5.4 Testing the light curtain",
                                    "6.3 Changing the return filter element",
                                    "6.4 Changing the hydraulic oil",
                                    "7.1 Resetting a fault",
                                    "8.1 Replacing the ram seal kit",
                                    "8.2 Measuring the pump",
                                    "8.4 Charging the accumulator",
                                    "8.5 Centring the labeller"),
                            manual("cp12-entretien", "fr", "CP-12"),
                            List.of(
                                    "1.2 Consignation",
                                    "4.1 Remplacement du joint de vérin",
                                    "4.2 Réglage de la tête de vissage",
                                    "4.3 Remplacement de la courroie"),
                            manual("vm7-wartung", "de", "VM-7"),
                            List.of(
                                    "2.1 Freischalten und Sichern",
                                    "3.1 Getriebeöl wechseln",
                                    "3.2 Keilriemen spannen",
                                    "3.3 Filter reinigen")));

    private final ProcedureBook book = new ProcedureBook(SHELF);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lock out and tag out | 1.2",
                "lockout | 1.2",
                "start the lock-out procedure | 1.2",
                "replace the ram seal kit | 8.1",
                "the procedure for replacing ram seal kits | 8.1",
                "ram seals | 8.1",
                "change the hydraulic oil | 6.4",
                "how do I change the return filter | 6.3",
                "set the working pressure | 5.2",
                "light curtain test | 5.4",
                "reset a fault | 7.1",
                "charge the accumulator please | 8.4",
                "procedure 8.2 | 8.2",
                "section 5.3 | 5.3",
                "center the labeler | 8.5",
                "centre the labeller | 8.5",
            })
    void findsWhatIsMeantInEnglish(String words, String section) {
        assertThat(section(book.find(ENGLISH, words))).isEqualTo(section);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consignation | 1.2",
                "remplacer le joint de vérin | 4.1",
                "remplacer les joints du vérin | 4.1",
                "régler la tête de vissage | 4.2",
                "lance la procédure de remplacement de la courroie | 4.3",
            })
    void findsWhatIsMeantInFrench(String words, String section) {
        assertThat(section(book.find(FRENCH, words))).isEqualTo(section);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Getriebeöl wechseln | 3.1",
                "das Getriebeöl wechseln | 3.1",
                "den Keilriemen spannen | 3.2",
                "die Filter reinigen | 3.3",
                "Anleitung Freischalten | 2.1",
            })
    void findsWhatIsMeantInGerman(String words, String section) {
        assertThat(section(book.find(GERMAN, words))).isEqualTo(section);
    }

    @Test
    void letsThePersonChooseWhereSeveralFit() {
        assertThat(book.find(ENGLISH, "changing"))
                .isInstanceOfSatisfying(
                        Several.class,
                        several ->
                                assertThat(several.procedures())
                                        .extracting(ProcedureText::heading)
                                        .contains(
                                                "6.3 Changing the return filter element",
                                                "6.4 Changing the hydraulic oil"));
    }

    @Test
    void namesTheNearestWhereNoneFits() {
        assertThat(book.find(ENGLISH, "replace the pump motor"))
                .isInstanceOfSatisfying(
                        None.class, none -> assertThat(none.nearest()).hasSizeBetween(0, 3));
        assertThat(book.find(ENGLISH, "change the hydraulic hose"))
                .isInstanceOfSatisfying(
                        None.class,
                        none ->
                                assertThat(none.nearest().getFirst().heading())
                                        .isEqualTo("6.4 Changing the hydraulic oil"));
        assertThat(book.find(ENGLISH, "bake a cake")).isEqualTo(new None(List.of()));
        assertThat(book.find(ENGLISH, "start the procedure")).isEqualTo(new None(List.of()));
        assertThat(book.find(ENGLISH, "")).isEqualTo(new None(List.of()));
    }

    @Test
    void findsOnlyInManualsOfTheMachine() {
        assertThat(book.find(FRENCH, "replace the ram seal kit")).isInstanceOf(None.class);
        assertThat(section(book.find(List.of(), "replace the ram seal kit"))).isEqualTo("8.1");
    }

    @Test
    void passesOverTheNamesOfMachines() {
        List<String> names = List.of("press three");
        assertThat(section(book.find(ENGLISH, "change the hydraulic oil of press three", names)))
                .isEqualTo("6.4");
    }

    @Test
    void keepsAFewOfManyThousandThatFit() {
        List<String> titles =
                IntStream.range(0, 500).mapToObj(i -> "Changing belt of axis " + i).toList();
        ProcedureBook large =
                new ProcedureBook(new Shelf(Map.of(manual("big", "en", "B"), titles)));
        assertThat(large.find(List.of(), "change the belt"))
                .isInstanceOfSatisfying(
                        Several.class,
                        several -> {
                            assertThat(several.procedures()).hasSize(ProcedureBook.CHOICE_MAX);
                            assertThat(several.more()).isEqualTo(500 - 5);
                        });
    }

    @Test
    void readsTheProceduresOfARealManual() {
        FoundProcedures found = new ProcedureBook(press()).find(ENGLISH, "lock out and tag out");
        assertThat(found)
                .isInstanceOfSatisfying(
                        One.class,
                        one -> {
                            assertThat(one.procedure().heading())
                                    .isEqualTo("1.2 Lock-out and tag-out");
                            assertThat(one.procedure().page()).isEqualTo("2");
                            assertThat(one.procedure().gaps()).isEmpty();
                            assertThat(one.procedure().steps())
                                    .extracting(Step::type)
                                    .containsExactly(
                                            StepType.SAFETY,
                                            StepType.SAFETY,
                                            StepType.SAFETY,
                                            StepType.SAFETY,
                                            StepType.SAFETY,
                                            StepType.VERIFY);
                        });
    }

    /// The facts of the demonstration's press, out of its file.
    private static FactStore press() {
        ManualContent content =
                AllFormats.readers().read(Path.of(PRESS_MANUAL), DeclaredManual.NOTHING);
        List<SectionText> passages =
                new Chunker()
                        .chunk(content).stream()
                                .map(chunk -> new SectionText(chunk.path(), chunk.blocks()))
                                .toList();
        return (query, visitor) ->
                FactExtractor.facts(passages).stream()
                        .map(FoundFact::fact)
                        .filter(fact -> query.kinds().contains(FactKind.of(fact)))
                        .forEach(fact -> visitor.accept(content.manual(), fact));
    }

    private static String section(FoundProcedures found) {
        return found instanceof One(ProcedureText text)
                ? text.heading().split(" ")[0]
                : found.toString();
    }

    private static Manual manual(String id, String language, String model) {
        return new Manual(id, id, "C", language, List.of(model), null);
    }

    /// Manuals with these titles, each a procedure of two steps.
    private record Shelf(Map<Manual, List<String>> titles) implements FactStore {
        private Shelf {
            titles = new LinkedHashMap<>(titles);
        }

        @Override
        public void each(FactQuery query, BiConsumer<Manual, Fact> visitor) {
            assertThat(query.kinds()).containsExactly(FactKind.PROCEDURE);
            titles.forEach(
                    (manual, all) -> {
                        if (manual.appliesTo(query.models())) {
                            all.forEach(title -> visitor.accept(manual, procedure(title)));
                        }
                    });
        }

        private static Fact procedure(String title) {
            Span span = new Span(List.of(title), new PageRef("4", 5), "1. Begin.");
            return new Fact.Procedure(
                    title.replaceFirst("^[\\d.]+ ", ""),
                    List.of(new Fact.Notice(Signal.DANGER, "It moves.", span)),
                    List.of(
                            new Fact.TypedStep("1", "Begin.", StepType.ACTION),
                            new Fact.TypedStep("2", "End.", StepType.SAFETY)),
                    span);
        }
    }
}
