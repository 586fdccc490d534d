package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Figure;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// All that the passages of the right manuals state, sentence by sentence and row by row.
///
/// @param sentences of running text, steps, notices, items and cells
/// @param rows of tables
record Statements(List<Statement> sentences, List<StatedRow> rows) {
    private static final Pattern END =
            Pattern.compile("(?<=[.!?])\\s+(?=[\"“‘(]?[\\p{Lu}\\p{Nd}])");
    private static final Pattern ABBREVIATION =
            Pattern.compile(
                    "(?i).*(?:^|[\\s(])(?:e\\.g|i\\.e|approx|no|nr|fig|tab|sec|max|min|vs|ca|cf|incl|dia|p|pp|rev)\\.$");

    Statements {
        sentences = List.copyOf(sentences);
        rows = List.copyOf(rows);
    }

    static Statements of(Question question, List<Passage> passages) {
        Reading reading = new Reading(question);
        passages.forEach(reading::read);
        return new Statements(reading.sentences, reading.rows);
    }

    /// Whether a sentence, a row, or what is around them has this code.
    boolean have(Token code) {
        return sentences.stream()
                        .anyMatch(
                                stated -> stated.around().name(code) || stated.wording().has(code))
                || rows.stream().anyMatch(row -> row.around().name(code) || row.has(code));
    }

    /// The sentences of a text, abbreviations apart.
    static List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String piece : END.split(text.strip())) {
            open.append(open.isEmpty() ? "" : " ").append(piece);
            if (!ABBREVIATION.matcher(open).matches()) {
                sentences.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            sentences.add(open.toString());
        }
        return sentences;
    }

    private static final class Reading {
        private final Question question;
        private final List<Statement> sentences = new ArrayList<>();
        private final List<StatedRow> rows = new ArrayList<>();
        private final Set<Block> read = new LinkedHashSet<>();

        Reading(Question question) {
            this.question = question;
        }

        void read(Passage passage) {
            Surroundings around = Surroundings.of(passage, question);
            List<Block> blocks = new ArrayList<>(PassageText.parse(passage.text(), passage.page()));
            blocks.addAll(passage.section().blocks());
            for (Block block : blocks) {
                if (read.add(block)) {
                    read(block, around);
                }
            }
        }

        private void read(Block block, Surroundings around) {
            switch (block) {
                case Paragraph(var text, _) -> sentences(text, block, around);
                case Item(var text, _) -> sentences(text, block, around);
                case Step(_, var text, _) -> sentences(text, block, around);
                case Notice(var signal, var text, _) -> {
                    sentences(text, block, around);
                    for (String sentence : split(signal + ": " + text)) {
                        add(sentence, signal + ": " + text, block, around);
                    }
                }
                case Figure(var caption, _) -> sentences(caption, block, around);
                case Table table -> table(table, around);
                case Heading _ -> {}
            }
        }

        private void sentences(String text, Block block, Surroundings around) {
            if (NotForReaders.isIt(text)) {
                return;
            }
            for (String sentence : split(text)) {
                String verbatim =
                        switch (block) {
                            case Notice(var signal, _, _) -> signal + ": " + text;
                            case Step _ -> text;
                            default -> sentence;
                        };
                add(sentence, verbatim, block, around);
            }
        }

        private void add(String sentence, String verbatim, Block block, Surroundings around) {
            if (!NotForReaders.isIt(verbatim) && !verbatim.contains(PassageText.ILLEGIBLE)) {
                sentences.add(
                        new Statement(Wording.of(sentence), List.of(), around, block, verbatim));
            }
        }

        private void table(Table table, Surroundings around) {
            Surroundings with = table.caption() == null ? around : around.with(table.caption());
            List<Wording> headers = StatedRow.headers(table);
            List<Surroundings> headed = table.header().stream().map(with::with).toList();
            for (List<String> cells : table.rows()) {
                if (cells.stream().noneMatch(NotForReaders::isIt)) {
                    StatedRow row = StatedRow.of(table, cells, with, headers);
                    rows.add(row);
                    if (row.isLegible()) {
                        cells(row, headed);
                    }
                }
            }
        }

        /// Each sentence of a cell, to be said with the name of its row.
        private void cells(StatedRow row, List<Surroundings> headed) {
            List<Token> key = row.key();
            for (int column = 0; column < row.cells().size(); column++) {
                if (!row.isValue(column) && !row.words(column).content().equals(key)) {
                    for (String sentence : split(row.cells().get(column))) {
                        sentences.add(
                                new Statement(
                                        Wording.of(sentence),
                                        key,
                                        headed.get(column),
                                        row.table(),
                                        row.verbatim()));
                    }
                }
            }
        }
    }
}
