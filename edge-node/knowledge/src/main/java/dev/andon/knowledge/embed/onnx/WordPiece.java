package dev.andon.knowledge.embed.onnx;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// BERT's tokenizer, uncased: lower case, accents off, words cut into the longest known pieces.
///
/// It gives the same ids as the reference implementation for `tokenizer.json` with a
/// `BertNormalizer`, a `BertPreTokenizer` and a `WordPiece` model.
final class WordPiece implements Tokenizer {
    private static final String CONTINUING = "##";
    private static final String UNKNOWN = "[UNK]";
    private static final String FIRST = "[CLS]";
    private static final String LAST = "[SEP]";

    /// A longer word is one unknown token, as in the reference.
    private static final int WORD_CHARS_MAX = 100;

    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int first;
    private final int last;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = special(UNKNOWN);
        this.first = special(FIRST);
        this.last = special(LAST);
    }

    @Override
    public long[] encode(String text, int tokensMax) {
        List<Integer> pieces = pieces(text, tokensMax - 2);
        long[] ids = new long[pieces.size() + 2];
        ids[0] = first;
        for (int i = 0; i < pieces.size(); i++) {
            ids[i + 1] = pieces.get(i);
        }
        ids[ids.length - 1] = last;
        return ids;
    }

    @Override
    public int count(String text) {
        return pieces(text, Integer.MAX_VALUE).size();
    }

    private List<Integer> pieces(String text, int max) {
        List<Integer> pieces = new ArrayList<>();
        for (String word : words(text)) {
            if (pieces.size() >= max) {
                return pieces.subList(0, max);
            }
            addPieces(word, pieces);
        }
        return pieces.size() > max ? pieces.subList(0, max) : pieces;
    }

    private void addPieces(String word, List<Integer> pieces) {
        int before = pieces.size();
        int start = word.codePointCount(0, word.length()) > WORD_CHARS_MAX ? -1 : 0;
        while (start >= 0 && start < word.length()) {
            start = addLongest(word, start, pieces);
        }
        if (start < 0) {
            pieces.subList(before, pieces.size()).clear();
            pieces.add(unknown);
        }
    }

    /// Where the next piece begins; -1 if no piece fits, which makes the whole word unknown.
    private int addLongest(String word, int start, List<Integer> pieces) {
        String prefix = start == 0 ? "" : CONTINUING;
        for (int end = word.length(); end > start; end--) {
            Integer id = vocabulary.get(prefix + word.substring(start, end));
            if (id != null) {
                pieces.add(id);
                return end;
            }
        }
        return -1;
    }

    /// White space separates words; a punctuation mark or a Chinese character is a word.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        normalised(text)
                .codePoints()
                .forEach(
                        c -> {
                            boolean alone = isPunctuation(c) || isChinese(c);
                            if (alone || isSpace(c)) {
                                flush(word, words);
                            }
                            if (alone) {
                                words.add(Character.toString(c));
                            } else if (!isSpace(c)) {
                                word.appendCodePoint(c);
                            }
                        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String normalised(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(c -> isSpace(c) || !isControl(c)).forEach(clean::appendCodePoint);
        String decomposed = Normalizer.normalize(clean, Normalizer.Form.NFD);
        return ACCENT.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        return c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE,
                            Character.SURROGATE ->
                            true;
                    default -> false;
                };
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    private static boolean isChinese(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B81F)
                || (c >= 0x2B820 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    private int special(String token) {
        Integer id = vocabulary.get(token);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary has no " + token);
        }
        return id;
    }
}
