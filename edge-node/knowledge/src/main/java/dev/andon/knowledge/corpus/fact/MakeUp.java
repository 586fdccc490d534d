package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.knowledge.corpus.PassageText;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a document is made of: how many of its words stand in tables of faults, in steps, at
/// drawings, in tables of values.
///
/// @param words of each narrow class
/// @param all words of the document, headings left out
public record MakeUp(Map<DocumentClass, Integer> words, int all) {
    /// The classes that a document is of by its make-up, the narrowest first.
    public static final List<DocumentClass> NARROW =
            List.of(
                    DocumentClass.FAULT_LIST,
                    DocumentClass.DRAWING,
                    DocumentClass.PROCEDURE,
                    DocumentClass.DATA_SHEET);

    /// A drawing has few words beside it; it counts as a page of text would.
    private static final int WORDS_OF_A_DRAWING = 100;

    private static final Place NOWHERE = new Place(List.of());
    private static final Map<DocumentClass, Pattern> TITLES = new EnumMap<>(DocumentClass.class);

    static {
        TITLES.put(DocumentClass.FAULT_LIST, WordList.of("title.fault_list").anywhere());
        TITLES.put(DocumentClass.PROCEDURE, WordList.of("title.procedure").anywhere());
        TITLES.put(DocumentClass.DRAWING, WordList.of("title.drawing").anywhere());
        TITLES.put(DocumentClass.DATA_SHEET, WordList.of("title.data_sheet").anywhere());
    }

    public MakeUp {
        words = Map.copyOf(words);
    }

    /// The make-up of a document.
    public static MakeUp of(List<Block> blocks) {
        Map<DocumentClass, Integer> words = new EnumMap<>(DocumentClass.class);
        int all = 0;
        for (Block block : blocks) {
            if (!(block instanceof Block.Heading)) {
                int count = count(block);
                all += count;
                words.merge(kind(block), count, Integer::sum);
            }
        }
        return new MakeUp(words, all);
    }

    /// The part of the document that is of a class, from 0 to 1.
    public double share(DocumentClass kind) {
        return all == 0 ? 0 : words.getOrDefault(kind, 0) / (double) all;
    }

    /// Whether a title says that a document is of a narrow class.
    public static boolean titles(DocumentClass kind, String title) {
        Pattern pattern = TITLES.get(kind);
        return pattern != null && pattern.matcher(title).find();
    }

    private static int count(Block block) {
        int words = PassageText.render(List.of(block)).split("\\s+").length;
        return block instanceof Block.Figure ? words + WORDS_OF_A_DRAWING : words;
    }

    private static DocumentClass kind(Block block) {
        return switch (block) {
            case Block.Step _ -> DocumentClass.PROCEDURE;
            case Block.Figure _ -> DocumentClass.DRAWING;
            case Block.Table table when FaultTables.columns(NOWHERE, table).isPresent() ->
                    DocumentClass.FAULT_LIST;
            case Block.Table table when !new ValueTables(NOWHERE).in(table).isEmpty() ->
                    DocumentClass.DATA_SHEET;
            case Block.Table _, Block.Heading _, Block.Paragraph _, Block.Item _, Block.Notice _ ->
                    DocumentClass.MANUAL;
        };
    }
}
