package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.llm.llamacpp.GgufWriter.Source;
import dev.andon.knowledge.llm.llamacpp.GgufWriter.Weights;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// A model with the shape of a real one and random weights, to measure speed where no weights can
/// be had. What it says means nothing.
///
/// Every word of up to three small letters is one token of it, so the length of a prompt in tokens
/// is known.
public final class RandomModel {
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int BYTE = 6;
    private static final int NORMAL = 1;
    private static final int BLOCK_BYTES = 18;
    private static final int BLOCKS_OF_PATTERN = 1 << 16;

    /// Half-precision 0.0034: a standard deviation of weights that keeps the layers' outputs of one
    /// size at a width of 4096.
    private static final short SCALE = Float.floatToFloat16(0.0034f);

    private final Shape shape;
    private final byte[] pattern;

    private RandomModel(Shape shape, long seed) {
        this.shape = shape;
        this.pattern = pattern(new Random(seed));
    }

    /// The sizes that decide how long a token takes.
    ///
    /// @param layers blocks
    /// @param width of the embedding, a multiple of 32
    /// @param feedForward inner width of a block, a multiple of 32
    /// @param heads of the attention
    /// @param headsOfKeys of its keys and values
    public record Shape(int layers, int width, int feedForward, int heads, int headsOfKeys) {
        /// Mistral 7B v0.3: 7.2 billion weights, 3.8 GiB as Q4_0.
        public static final Shape MISTRAL_7B = new Shape(32, 4096, 14_336, 32, 8);

        int keyWidth() {
            return width / heads * headsOfKeys;
        }
    }

    /// Writes the model to a file.
    ///
    /// @throws UncheckedIOException the disk is full or the folder cannot be written
    public static void write(Path file, Shape shape, long seed) {
        try {
            new RandomModel(shape, seed).writer().write(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    private GgufWriter writer() {
        Vocabulary vocabulary = Vocabulary.of32768();
        GgufWriter writer = new GgufWriter();
        keys(writer);
        vocabulary.describe(writer);
        int tokens = vocabulary.size();
        writer.tensor("token_embd.weight", Weights.Q4_0, shape.width, tokens, this::random);
        for (int layer = 0; layer < shape.layers; layer++) {
            layer(writer, "blk." + layer + ".");
        }
        return writer.tensor("output_norm.weight", Weights.F32, shape.width, 1, RandomModel::ones)
                .tensor("output.weight", Weights.Q4_0, shape.width, tokens, this::otherRandom);
    }

    private void keys(GgufWriter writer) {
        writer.string("general.architecture", "llama")
                .string("general.name", "random weights, for measuring speed")
                .number("general.file_type", 2)
                .number("general.quantization_version", 2)
                .number("llama.block_count", shape.layers)
                .number("llama.context_length", 32_768)
                .number("llama.embedding_length", shape.width)
                .number("llama.feed_forward_length", shape.feedForward)
                .number("llama.attention.head_count", shape.heads)
                .number("llama.attention.head_count_kv", shape.headsOfKeys)
                .real("llama.rope.freq_base", 1e6)
                .real("llama.attention.layer_norm_rms_epsilon", 1e-5)
                .number("llama.rope.dimension_count", shape.width / shape.heads);
    }

    private void layer(GgufWriter writer, String block) {
        int width = shape.width;
        vector(writer, block + "attn_norm.weight");
        matrix(writer, block + "attn_q.weight", width, width);
        matrix(writer, block + "attn_k.weight", width, shape.keyWidth());
        matrix(writer, block + "attn_v.weight", width, shape.keyWidth());
        matrix(writer, block + "attn_output.weight", width, width);
        vector(writer, block + "ffn_norm.weight");
        matrix(writer, block + "ffn_gate.weight", width, shape.feedForward);
        matrix(writer, block + "ffn_up.weight", width, shape.feedForward);
        matrix(writer, block + "ffn_down.weight", shape.feedForward, width);
    }

    private void matrix(GgufWriter writer, String name, int columns, int rows) {
        Source random = this::random;
        writer.tensor(name, Weights.Q4_0, columns, rows, random);
    }

    private void vector(GgufWriter writer, String name) {
        writer.tensor(name, Weights.F32, shape.width, 1, RandomModel::ones);
    }

    /// The same million of random weights again and again: the speed is that of any weights.
    private void random(OutputStream out, long bytes) throws IOException {
        for (long left = bytes; left > 0; left -= pattern.length) {
            out.write(pattern, 0, (int) Math.min(left, pattern.length));
        }
    }

    /// Begins elsewhere, or the output would know the embedding and repeat the last token.
    private void otherRandom(OutputStream out, long bytes) throws IOException {
        long first = Math.min(bytes, pattern.length / 2);
        out.write(pattern, pattern.length / 2, (int) first);
        random(out, bytes - first);
    }

    private static void ones(OutputStream out, long bytes) throws IOException {
        ByteBuffer ones = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (ones.hasRemaining()) {
            ones.putFloat(1);
        }
        out.write(ones.array());
    }

    private static byte[] pattern(Random random) {
        byte[] pattern = new byte[BLOCK_BYTES * BLOCKS_OF_PATTERN];
        random.nextBytes(pattern);
        ByteBuffer blocks = ByteBuffer.wrap(pattern).order(ByteOrder.LITTLE_ENDIAN);
        for (int block = 0; block < BLOCKS_OF_PATTERN; block++) {
            blocks.putShort(block * BLOCK_BYTES, SCALE);
        }
        return pattern;
    }

    /// As many tokens as Mistral has: the control tokens, all bytes, and words of letters. A word
    /// is found by joining shorter ones, so all its beginnings are tokens too.
    private record Vocabulary(List<String> texts, List<Integer> types) {
        private static final int SIZE = 32_768;
        private static final char SPACE = '\u2581';

        static Vocabulary of32768() {
            List<String> texts =
                    new ArrayList<>(List.of("<unk>", "<s>", "</s>", "[INST]", "[/INST]"));
            List<Integer> types = new ArrayList<>(List.of(UNKNOWN));
            types.addAll(Collections.nCopies(texts.size() - 1, CONTROL));
            for (int i = 0; i < 256; i++) {
                texts.add("<0x%02X>".formatted(i));
                types.add(BYTE);
            }
            for (char c = '!'; c <= '~'; c++) {
                texts.add(String.valueOf(c));
            }
            texts.add(String.valueOf(SPACE));
            List<String> words = words(3);
            words.forEach(word -> texts.add(SPACE + word));
            words.stream().filter(word -> word.length() > 1).forEach(texts::add);
            types.addAll(Collections.nCopies(SIZE - types.size(), NORMAL));
            return new Vocabulary(List.copyOf(texts.subList(0, SIZE)), types);
        }

        private static List<String> words(int lettersMax) {
            List<String> words = new ArrayList<>();
            List<String> longest = List.of("");
            for (int letters = 1; letters <= lettersMax; letters++) {
                List<String> longer = new ArrayList<>();
                for (String word : longest) {
                    for (char c = 'a'; c <= 'z'; c++) {
                        longer.add(word + c);
                    }
                }
                words.addAll(longer);
                longest = longer;
            }
            return words;
        }

        int size() {
            return texts.size();
        }

        /// Longer tokens win; the order says the rest.
        void describe(GgufWriter writer) {
            writer.string("tokenizer.ggml.model", "llama")
                    .string("tokenizer.ggml.pre", "default")
                    .strings("tokenizer.ggml.tokens", texts)
                    .reals("tokenizer.ggml.scores", size(), i -> score(texts.get(i), i))
                    .numbers("tokenizer.ggml.token_type", types)
                    .number("tokenizer.ggml.bos_token_id", 1)
                    .number("tokenizer.ggml.eos_token_id", 2)
                    .number("tokenizer.ggml.unknown_token_id", 0)
                    .flag("tokenizer.ggml.add_bos_token", true)
                    .flag("tokenizer.ggml.add_eos_token", false);
        }

        private static double score(String text, int rank) {
            return 10.0 * text.length() - rank / (double) SIZE;
        }
    }
}
