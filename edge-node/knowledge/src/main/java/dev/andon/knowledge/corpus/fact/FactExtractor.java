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
    /// Counts the changes after which the same blocks give other facts; those that an older version
    /// found are found anew from the stored passages.
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

    /// The facts of all passages of a manual. A section that was cut into several passages gives
    /// its procedures whole.
    ///
    /// @param passages in reading order
    public static List<FoundFact> facts(List<SectionText> passages) {
        List<FoundFact> facts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < passages.size(); at++) {
            SectionText passage = passages.get(at);
            for (Fact fact : stated(passage.path(), passage.blocks())) {
                facts.add(new FoundFact(at, fact));
            }
            boolean ends =
                    at + 1 == passages.size()
                            || !passages.get(at + 1).path().equals(passage.path());
            if (ends) {
                facts.addAll(procedures(passages, from, at));
                from = at + 1;
            }
        }
        return List.copyOf(facts);
    }

    private static List<FoundFact> procedures(List<SectionText> passages, int from, int to) {
        List<SectionText> section = passages.subList(from, to + 1);
        List<Block> blocks = section.stream().flatMap(text -> text.blocks().stream()).toList();
        List<FoundFact> facts = new ArrayList<>();
        int at = 0;
        for (Fact.Procedure procedure : procedures(section.getFirst().path(), blocks)) {
            while (!begins(procedure, section.get(at))) {
                at++;
            }
            facts.add(new FoundFact(from + at, procedure));
        }
        return facts;
    }

    private static boolean begins(Fact.Procedure procedure, SectionText text) {
        String number = procedure.steps().getFirst().number();
        String said = procedure.steps().getFirst().text();
        return text.blocks().stream()
                .anyMatch(
                        block ->
                                block instanceof Block.Step step
                                        && step.number().equals(number)
                                        && said.startsWith(step.text()));
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
        Optional<FaultTables.Columns> faults = FaultTables.columns(place, table);
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
