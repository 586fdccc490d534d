package dev.andon.knowledge.corpus;

import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Notice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Cuts a manual into passages: within one section and one page, at most as many tokens as the
/// embedder reads well.
///
/// A block longer than that is cut by [Pieces]. A notice moves to the next passage with the block
/// that it stands above, if both fit into one. The same manual always gives the same chunks.
public final class Chunker {
    /// Counts the changes after which the same manual is cut otherwise; manuals that an older
    /// version cut are read anew.
    public static final int VERSION = 1;

    /// Passages of 200 tokens found most in trials on a manual of 1,335 pages.
    public static final int TOKENS_MAX = 200;

    /// Tokens a word of English, French or German technical text has in a WordPiece vocabulary.
    private static final double TOKENS_PER_WORD = 1.35;

    private final ToIntFunction<String> tokens;
    private final int tokensMax;

    /// A chunker that estimates tokens from words.
    public Chunker() {
        this(Chunker::estimate, TOKENS_MAX);
    }

    /// A chunker that counts.
    ///
    /// @param tokens of a text in the form of [PassageText]
    /// @param tokensMax of a chunk's text, without its breadcrumb
    public Chunker(ToIntFunction<String> tokens, int tokensMax) {
        this.tokens = tokens;
        this.tokensMax = tokensMax;
    }

    static int estimate(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = !Character.isWhitespace(text.charAt(i));
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }
        return (int) Math.ceil(words * TOKENS_PER_WORD);
    }

    /// The manual's passages in reading order, without its tables of contents and its revision
    /// history (see [Directory]). A heading without text of its own makes none; it stays in the
    /// path of what follows.
    public List<Chunk> chunk(ManualContent content) {
        Cut cut = new Cut();
        for (Block block : Directory.leftOut(content.blocks())) {
            cut.add(block);
        }
        cut.close();
        return List.copyOf(cut.chunks);
    }

    /// One run over one manual.
    private final class Cut {
        private final List<Chunk> chunks = new ArrayList<>();
        private final List<Heading> path = new ArrayList<>();
        private final List<Block> open = new ArrayList<>();
        private int openTokens;

        void add(Block block) {
            if (block instanceof Heading heading) {
                close();
                path.removeIf(above -> above.level() >= heading.level());
                path.add(heading);
                return;
            }
            if (!open.isEmpty() && !open.getFirst().page().equals(block.page())) {
                close();
            }
            for (Block piece : new Pieces(Chunker.this::tokens, tokensMax).of(block)) {
                fit(piece);
            }
        }

        private void fit(Block piece) {
            int size = tokens(piece);
            if (openTokens + size > tokensMax) {
                List<Block> notices = noticesAtTheEnd();
                int noticeTokens = notices.stream().mapToInt(Chunker.this::tokens).sum();
                boolean move = notices.size() < open.size() && noticeTokens + size <= tokensMax;
                if (move) {
                    open.subList(open.size() - notices.size(), open.size()).clear();
                }
                close();
                if (move) {
                    open.addAll(notices);
                    openTokens = noticeTokens;
                }
            }
            open.add(piece);
            openTokens += size;
        }

        private List<Block> noticesAtTheEnd() {
            int from = open.size();
            while (from > 0 && open.get(from - 1) instanceof Notice) {
                from--;
            }
            return List.copyOf(open.subList(from, open.size()));
        }

        void close() {
            if (!open.isEmpty()) {
                List<String> headings = path.stream().map(Heading::text).toList();
                chunks.add(new Chunk(chunks.size(), headings, open.getFirst().page(), open));
                open.clear();
                openTokens = 0;
            }
        }
    }

    private int tokens(Block block) {
        return tokens.applyAsInt(PassageText.render(List.of(block)));
    }
}
