package dev.andon.knowledge.embed.onnx;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// SentencePiece's unigram tokenizer, as multilingual models use it: of all ways to cut a word into
/// known pieces it takes the likeliest (Kudo, ACL 2018).
///
/// It follows a `tokenizer.json` of the kind that XLM-RoBERTa has: characters normalised by a
/// table, words divided by white space, each beginning with `\u2581`, what no piece covers unknown.
final class Unigram implements Tokenizer {
    /// Stands for the space before a word.
    private static final char WORD_START = '\u2581';

    /// How much less likely than the least likely piece an unknown character is.
    private static final double UNKNOWN_PENALTY = 10;

    /// A longer run without white space is cut there; no word of any language is.
    private static final int WORD_CHARS_MAX = 2_000;

    private static final Pattern SPACE = Pattern.compile("(?U)\\s+");
    private static final Pattern LONG = Pattern.compile("(?s)(?<=\\G.{" + WORD_CHARS_MAX + "})");

    private final Vocabulary vocabulary;
    private final @Nullable Charsmap charsmap;
    private final Map<String, Piece> pieces;
    private final int piecesCharsMax;
    private final double unknownScore;

    /// A piece's number and its logarithmic probability.
    private record Piece(int id, double score) {}

    /// The pieces of a model and the numbers of those with a meaning.
    ///
    /// @param scores of the pieces, by their numbers
    record Vocabulary(List<String> pieces, List<Double> scores, int unknown, int first, int last) {
        Vocabulary {
            pieces = List.copyOf(pieces);
            scores = List.copyOf(scores);
        }
    }

    /// @param charsmap null: characters stay as they are
    Unigram(Vocabulary vocabulary, @Nullable Charsmap charsmap) {
        this.vocabulary = vocabulary;
        this.charsmap = charsmap;
        this.pieces = HashMap.newHashMap(vocabulary.pieces().size());
        int longest = 1;
        double least = 0;
        for (int id = 0; id < vocabulary.pieces().size(); id++) {
            String piece = vocabulary.pieces().get(id);
            pieces.put(piece, new Piece(id, vocabulary.scores().get(id)));
            longest = Math.max(longest, piece.length());
            least = Math.min(least, vocabulary.scores().get(id));
        }
        this.piecesCharsMax = longest;
        this.unknownScore = least - UNKNOWN_PENALTY;
    }

    @Override
    public long[] encode(String text, int tokensMax) {
        List<Integer> tokens = tokens(text, tokensMax - 2);
        long[] ids = new long[tokens.size() + 2];
        ids[0] = vocabulary.first();
        for (int i = 0; i < tokens.size(); i++) {
            ids[i + 1] = tokens.get(i);
        }
        ids[ids.length - 1] = vocabulary.last();
        return ids;
    }

    @Override
    public int count(String text) {
        return tokens(text, Integer.MAX_VALUE).size();
    }

    private List<Integer> tokens(String text, int max) {
        String normalised = charsmap == null ? text : charsmap.normalise(text);
        List<Integer> tokens = new ArrayList<>();
        for (String run : SPACE.split(normalised.strip())) {
            for (String word : LONG.split(run)) {
                if (!word.isEmpty() && tokens.size() < max) {
                    addPieces(WORD_START + word, tokens);
                }
            }
        }
        return tokens.size() > max ? tokens.subList(0, max) : tokens;
    }

    /// Viterbi's search for the likeliest cut; unknown characters side by side are one token.
    private void addPieces(String word, List<Integer> tokens) {
        int length = word.length();
        double[] best = new double[length + 1];
        int[] from = new int[length + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        for (int start = 0; start < length; start += Character.charCount(word.codePointAt(start))) {
            int character = Character.charCount(word.codePointAt(start));
            boolean known = false;
            for (int end = start + 1; end <= Math.min(length, start + piecesCharsMax); end++) {
                Piece piece = pieces.get(word.substring(start, end));
                if (piece != null) {
                    known |= end == start + character;
                    reach(best, from, start, end, piece.score());
                }
            }
            if (!known) {
                reach(best, from, start, start + character, unknownScore);
            }
        }
        addBackwards(word, from, tokens);
    }

    private static void reach(double[] best, int[] from, int start, int end, double score) {
        if (best[start] + score > best[end]) {
            best[end] = best[start] + score;
            from[end] = start;
        }
    }

    private void addBackwards(String word, int[] from, List<Integer> tokens) {
        List<Integer> ids = new ArrayList<>();
        for (int end = word.length(); end > 0; end = from[end]) {
            Piece piece = pieces.get(word.substring(from[end], end));
            int id = piece == null ? vocabulary.unknown() : piece.id();
            boolean again =
                    id == vocabulary.unknown()
                            && !ids.isEmpty()
                            && Objects.equals(ids.getLast(), id);
            if (!again) {
                ids.add(id);
            }
        }
        tokens.addAll(ids.reversed());
    }
}
