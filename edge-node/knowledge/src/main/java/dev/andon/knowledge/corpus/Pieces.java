package dev.andon.knowledge.corpus;

import dev.andon.knowledge.corpus.Block.Figure;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/// Cuts one block that is too long for a passage: text between sentences, a table between rows.
///
/// Each piece is a block of the same kind, with the same number, signal word, or header and
/// caption. A sentence that is too long is cut between words; a single row or word that is too long
/// stays whole, since half a row would say something else.
final class Pieces {
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?…])\\s+(?=[\\p{Lu}\\p{N}(])");
    private static final Pattern WORD_END = Pattern.compile("\\s+");

    private final ToIntFunction<Block> tokens;
    private final int tokensMax;

    Pieces(ToIntFunction<Block> tokens, int tokensMax) {
        this.tokens = tokens;
        this.tokensMax = tokensMax;
    }

    List<Block> of(Block block) {
        if (tokens.applyAsInt(block) <= tokensMax) {
            return List.of(block);
        }
        return switch (block) {
            case Heading heading -> List.of(heading);
            case Paragraph(var text, var page) -> cut(text, piece -> new Paragraph(piece, page));
            case Item(var text, var page) -> cut(text, piece -> new Item(piece, page));
            case Step(var number, var text, var page) ->
                    cut(text, piece -> new Step(number, piece, page));
            case Notice(var signal, var text, var page) ->
                    cut(text, piece -> new Notice(signal, piece, page));
            case Table table -> byRows(table);
            case Figure(var caption, var page) -> cut(caption, piece -> new Figure(piece, page));
        };
    }

    private List<Block> cut(String text, Function<String, Block> block) {
        List<String> parts = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text)) {
            if (tokens.applyAsInt(block.apply(sentence)) <= tokensMax) {
                parts.add(sentence);
            } else {
                parts.addAll(List.of(WORD_END.split(sentence)));
            }
        }
        List<Block> pieces = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int openTokens = 0;
        for (String part : parts) {
            int size = tokens.applyAsInt(block.apply(part));
            if (!open.isEmpty() && openTokens + size > tokensMax) {
                pieces.add(block.apply(String.join(" ", open)));
                open.clear();
                openTokens = 0;
            }
            open.add(part);
            openTokens += size;
        }
        pieces.add(block.apply(String.join(" ", open)));
        return pieces;
    }

    private List<Block> byRows(Table table) {
        int frame = tokens.applyAsInt(with(table, List.of()));
        List<Block> pieces = new ArrayList<>();
        List<List<String>> open = new ArrayList<>();
        int openTokens = frame;
        for (List<String> row : table.rows()) {
            int size = tokens.applyAsInt(with(table, List.of(row))) - frame;
            if (!open.isEmpty() && openTokens + size > tokensMax) {
                pieces.add(with(table, open));
                open.clear();
                openTokens = frame;
            }
            open.add(row);
            openTokens += size;
        }
        pieces.add(with(table, open));
        return pieces;
    }

    private static Table with(Table table, List<List<String>> rows) {
        return new Table(table.caption(), table.header(), rows, table.page());
    }
}
