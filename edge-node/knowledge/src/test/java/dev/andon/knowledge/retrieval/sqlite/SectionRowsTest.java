package dev.andon.knowledge.retrieval.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Section;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SectionRowsTest {
    private static final String LONG =
            " Do it slowly and with both hands, look at the gauge while you do it, and write down"
                + " what it shows before you go on to what comes next, as the shift book demands of"
                + " everybody who works at this press, whether alone or together with others.";

    private ManualsFixture site;

    @BeforeEach
    void open(@TempDir Path folder) {
        site = new ManualsFixture(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void bringsAllStepsAndNoticesWithTheirPagesWhicheverPassageIsFound() throws IOException {
        index(
                """
                # Press

                ## Ram seal

                DANGER: The ram can fall.

                %s
                <!-- page: 8 -->
                5. Pull the worn seal.
                6. Grease the new seal.

                ## Die change

                1. Loosen the die.
                """
                        .formatted(steps(1, 4)));
        for (String question : List.of("press hydraulics lower ram 1", "grease the new seal")) {
            Passage found = site.ask(question).getFirst();
            assertThat(found.heading()).isEqualTo("Ram seal");
            Section section = found.section();
            assertThat(section.whole()).isTrue();
            assertThat(section.blocks().getFirst())
                    .isInstanceOfSatisfying(
                            Notice.class,
                            notice -> assertThat(notice.text()).isEqualTo("The ram can fall."));
            assertThat(numbers(section)).containsExactly("1", "2", "3", "4", "5", "6");
            assertThat(section.blocks())
                    .extracting(block -> block.page().printed())
                    .containsExactly("7", "7", "7", "7", "7", "8", "8");
        }
    }

    @Test
    void leavesOutAnotherSectionWithTheSameHeadings() throws IOException {
        index(
                """
                # Press

                ## Notes

                1. Oil the ram.

                ## Belt

                Check the belt.

                # Press

                ## Notes

                1. Wash the tank.
                """);
        Passage found = site.ask("wash the tank").getFirst();
        assertThat(found.section().blocks())
                .containsExactly(new Step("1", "Wash the tank.", found.page()));
    }

    @Test
    void saysThatASectionIsTooLongToBeWhole() throws IOException {
        index("# Press\n\n## List\n\n" + steps(1, 120));
        Section section = site.ask("lower ram 60 60 60").getFirst().section();
        assertThat(section.whole()).isFalse();
        assertThat(numbers(section)).hasSizeBetween(30, 90);
        assertThat(section.blocks()).doesNotHaveDuplicates();
    }

    private void index(String body) throws IOException {
        Files.createDirectories(site.manuals);
        Files.writeString(
                site.manuals.resolve("press.md"),
                "---\nid: press\nlanguage: en\n---\n<!-- page: 7 -->\n" + body);
        site.index();
    }

    private static String steps(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(
                        number -> "%d. Lower the ram %d times.%s\n".formatted(number, number, LONG))
                .collect(Collectors.joining());
    }

    private static List<String> numbers(Section section) {
        return section.blocks().stream()
                .filter(Step.class::isInstance)
                .map(Step.class::cast)
                .map(Step::number)
                .toList();
    }
}
