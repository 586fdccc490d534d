package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.fact.Fact.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what a manual states: at indexing in every section, and again wherever a sentence is
/// compared with the passages at hand. The same blocks always give the same facts.
///
/// What is not safely known is left out: a value whose subject is in doubt gives no fact at all.
public final class FactExtractor {
    /// Counts the changes after which the same blocks give other facts; manuals whose facts an
    /// older version found are read anew.
    public static final int VERSION = 1;

    private FactExtractor() {}

    /// The facts of one section or of a part of it: values and faults in reading order, then
    /// procedures, then safety notices.
    ///
    /// @param path its headings, outermost first
    /// @param blocks of it, headings left out
    public static List<Fact> facts(List<String> path, List<Block> blocks) {
        List<Fact> facts = new ArrayList<>(stated(path, blocks));
        facts.addAll(procedures(path, blocks));
        return List.copyOf(facts);
    }

    /// The facts that stand in one block each: values, faults and notices.
    static List<Fact> stated(List<String> path, List<Block> blocks) {
        Place place = new Place(path);
        List<Fact> facts = new ArrayList<>();
        for (Block block : blocks) {
            facts.addAll(block instanceof Table table ? table(place, table) : values(place, block));
        }
        facts.addAll(new FaultSections(place).in(blocks));
        facts.addAll(Notices.in(place, blocks));
        return facts;
    }

    /// The procedures of a whole section.
    static List<Fact.Procedure> procedures(List<String> path, List<Block> blocks) {
        return new Procedures(new Place(path)).in(blocks);
    }

    private static List<Fact> table(Place place, Table table) {
        Optional<FaultTables.Columns> faults = FaultTables.columns(table);
        List<Fact> facts = new ArrayList<>();
        if (faults.isPresent()) {
            facts.addAll(new FaultTables(place).in(table, faults.get()));
        } else {
            facts.addAll(new ValueTables(place).in(table));
        }
        facts.addAll(new TextCells(place).in(table, faults));
        return facts;
    }

    private static List<Value> values(Place place, Block block) {
        SentenceValues sentences = new SentenceValues(place);
        return switch (block) {
            case Block.Paragraph(var text, var page) ->
                    sentences.in(Statement.of(text, page, place.heading()));
            case Block.Item(var text, var page) ->
                    sentences.in(Statement.of(text, page, place.heading()));
            case Block.Notice(_, var text, var page) ->
                    sentences.in(Statement.of(text, page, place.heading()));
            case Block.Step step ->
                    sentences.in(
                            new Statement(
                                    step.text(),
                                    step.page(),
                                    PassageText.render(List.of(step)),
                                    place.heading(),
                                    List.of()));
            case Block.Heading _, Block.Table _, Block.Figure _ -> List.of();
        };
    }
}
