package dev.andon.knowledge.embed.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/// SentencePiece's table of characters that are written otherwise before a text is cut: `\uff21`
/// becomes `A`, `\ufb01` becomes `fi`, a line break a space.
///
/// The table is a double-array trie (Darts) over UTF-8 bytes whose values point into a block of
/// replacements, each ended by a zero. As in the reference implementation a whole grapheme of fewer
/// than [#GRAPHEME_BYTES_END] bytes is looked up first, then each of its characters.
final class Charsmap {
    private static final int GRAPHEME_BYTES_END = 6;

    private final int[] trie;
    private final byte[] replacements;

    private Charsmap(int[] trie, byte[] replacements) {
        this.trie = trie;
        this.replacements = replacements;
    }

    /// @param table the size of the trie in bytes, the trie, the replacements
    /// @throws IllegalArgumentException the table is cut short
    static Charsmap of(byte[] table) {
        ByteBuffer in = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        int size = table.length < Integer.BYTES ? -1 : in.getInt();
        if (size <= 0 || size % Integer.BYTES != 0 || size > in.remaining()) {
            throw new IllegalArgumentException("its table of characters is cut short");
        }
        int[] trie = new int[size / Integer.BYTES];
        in.asIntBuffer().get(trie);
        byte[] replacements = new byte[in.remaining() - size];
        in.get(in.position() + size, replacements);
        return new Charsmap(trie, replacements);
    }

    String normalise(String text) {
        StringBuilder normalised = new StringBuilder(text.length());
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int start = graphemes.first();
        for (int end = graphemes.next(); end != BreakIterator.DONE; end = graphemes.next()) {
            append(text.substring(start, end), normalised);
            start = end;
        }
        return normalised.toString();
    }

    private void append(String grapheme, StringBuilder normalised) {
        byte[] bytes = grapheme.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < GRAPHEME_BYTES_END && appendReplacement(bytes, normalised)) {
            return;
        }
        grapheme.codePoints()
                .forEach(
                        c -> {
                            String character = Character.toString(c);
                            if (!appendReplacement(
                                    character.getBytes(StandardCharsets.UTF_8), normalised)) {
                                normalised.append(character);
                            }
                        });
    }

    /// Whether the table has a replacement for the bytes or for their beginning.
    private boolean appendReplacement(byte[] bytes, StringBuilder normalised) {
        int at = shortestMatch(bytes);
        if (at < 0) {
            return false;
        }
        ByteArrayOutputStream replacement = new ByteArrayOutputStream();
        for (int i = at; i < replacements.length && replacements[i] != 0; i++) {
            replacement.write(replacements[i]);
        }
        normalised.append(replacement.toString(StandardCharsets.UTF_8));
        return true;
    }

    /// Where the replacement of the shortest beginning of the bytes stands; -1 if none has one.
    private int shortestMatch(byte[] bytes) {
        int node = offset(trie[0]);
        for (byte each : bytes) {
            int label = each & 0xFF;
            node ^= label;
            if (label == 0 || node < 0 || node >= trie.length) {
                return -1;
            }
            int unit = trie[node];
            if ((unit & (1 << 31 | 0xFF)) != label) {
                return -1;
            }
            node ^= offset(unit);
            if ((unit >>> 8 & 1) == 1 && node < trie.length) {
                return trie[node] & Integer.MAX_VALUE;
            }
        }
        return -1;
    }

    private static int offset(int unit) {
        return (unit >>> 10) << ((unit & 1 << 9) >>> 6);
    }
}
