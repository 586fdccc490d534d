package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class ChunkerTest {
    private static final PageRef ONE = new PageRef("1", 1);
    private static final PageRef TWO = new PageRef("2", 2);
    private final Chunker chunker = new Chunker(text -> text.split("\\s+").length, 20);

    @Test
    void cutsAtHeadingsAndPagesAndKeepsThePath() {
        List<Chunk> chunks =
                chunks(
                        new Heading(1, "Safety", ONE),
                        new Heading(2, "Lockout", ONE),
                        new Paragraph("Stop the press.", ONE),
                        new Paragraph("On the next page.", TWO),
                        new Heading(2, "Restart", TWO),
                        new Paragraph("Start the press.", TWO),
                        new Heading(1, "Data", TWO),
                        new Paragraph("Numbers.", TWO));

        assertThat(chunks).extracting(Chunk::ordinal).containsExactly(0, 1, 2, 3);
        assertThat(chunks)
                .extracting(Chunk::path)
                .containsExactly(
                        List.of("Safety", "Lockout"),
                        List.of("Safety", "Lockout"),
                        List.of("Safety", "Restart"),
                        List.of("Data"));
        assertThat(chunks).extracting(Chunk::page).containsExactly(ONE, TWO, TWO, TWO);
    }

    @Test
    void cutsALongTableByRowsAndRepeatsHeaderAndCaption() {
        List<List<String>> rows =
                IntStream.range(0, 12).mapToObj(i -> List.of("E-" + i, "Fault " + i)).toList();
        Table table = new Table("Codes", List.of("Code", "Meaning"), rows, ONE);

        List<Chunk> chunks = chunks(table);

        assertThat(chunks).hasSizeGreaterThan(2);
        List<Table> parts =
                chunks.stream().map(chunk -> (Table) chunk.blocks().getFirst()).toList();
        assertThat(parts).allSatisfy(part -> assertThat(part.caption()).isEqualTo("Codes"));
        assertThat(parts).allSatisfy(part -> assertThat(part.header()).isEqualTo(table.header()));
        assertThat(parts.stream().flatMap(part -> part.rows().stream())).isEqualTo(rows);
    }

    @Test
    void keepsAStepWithTheNoticeDirectlyAboveIt() {
        Notice notice = new Notice(Signal.WARNING, "Hot oil.", ONE);
        Step step = new Step("1", "Open the drain valve slowly and wait.", ONE);

        List<Chunk> chunks = chunks(new Paragraph(words(15), ONE), notice, step);

        assertThat(chunks).extracting(Chunk::blocks).last().isEqualTo(List.of(notice, step));
    }

    @Test
    void cutsALongParagraphBetweenSentences() {
        String sentence = "The pump runs until the tank is full. ";

        List<Chunk> chunks = chunks(new Paragraph(sentence.repeat(6), ONE));

        assertThat(chunks).hasSize(3);
        assertThat(chunks)
                .extracting(chunk -> PassageText.render(chunk.blocks()))
                .allSatisfy(text -> assertThat(text).startsWith("The pump").endsWith("full."));
    }

    @Test
    void cutsAnEndlessSentenceBetweenWordsAndLosesNone() {
        List<Chunk> chunks = chunks(new Paragraph(words(20_000), ONE));

        assertThat(chunks).hasSize(1000);
        assertThat(chunks)
                .allSatisfy(
                        chunk ->
                                assertThat(PassageText.render(chunk.blocks()).split(" "))
                                        .hasSizeLessThanOrEqualTo(20));
    }

    @Test
    void keepsAWholeRowThatIsTooLong() {
        Table table = new Table(null, List.of("A"), List.of(List.of(words(50)), List.of("x")), ONE);

        assertThat(chunks(table)).hasSize(2);
    }

    @Test
    void estimatesTokensFromWords() {
        assertThat(Chunker.estimate("")).isZero();
        assertThat(Chunker.estimate(" one  two\nthree four ")).isEqualTo(6);
    }

    private List<Chunk> chunks(Block... blocks) {
        Manual manual = new Manual("m", "M", null, null, List.of(), null);
        return chunker.chunk(new ManualContent(manual, List.of(blocks)));
    }

    private static String words(int count) {
        return "word ".repeat(count).strip();
    }
}
