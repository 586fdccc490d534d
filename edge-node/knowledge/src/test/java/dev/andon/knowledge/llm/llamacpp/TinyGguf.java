package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.llm.llamacpp.GgufWriter.Source;
import dev.andon.knowledge.llm.llamacpp.GgufWriter.Weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Writes a real, tiny model: llama architecture, two layers, random weights from a fixed seed. It
/// speaks nonsense, but through every part of llama.cpp that a real one uses.
public final class TinyGguf {
    private static final int LAYERS = 2;
    private static final int WIDTH = 64;
    private static final int FEED_FORWARD = 128;
    private static final int HEADS = 4;
    private static final int CONTEXT = 4096;

    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int BYTE = 6;

    /// No token of these first ones ever wins, so a greedy generation runs to its limit.
    private static final int NEVER_SAID = 5;

    private record Token(String text, float score, int type) {}

    private final Random random = new Random(42);
    private final List<Token> vocabulary = vocabulary();
    private final GgufWriter writer = new GgufWriter();

    private TinyGguf() {}

    /// Writes the model and returns its path.
    public static Path write(Path file) throws IOException {
        TinyGguf model = new TinyGguf();
        model.keys();
        model.tensors();
        model.writer.write(file);
        return file;
    }

    private static List<Token> vocabulary() {
        List<Token> tokens = new ArrayList<>();
        tokens.add(new Token("<unk>", 0, UNKNOWN));
        tokens.add(new Token("<s>", 0, CONTROL));
        tokens.add(new Token("</s>", 0, CONTROL));
        tokens.add(new Token("[INST]", 0, CONTROL));
        tokens.add(new Token("[/INST]", 0, CONTROL));
        for (int i = 0; i < 256; i++) {
            tokens.add(new Token("<0x%02X>".formatted(i), 0, BYTE));
        }
        tokens.add(new Token("\u2581", -1, NORMAL));
        for (char c = '!'; c <= '~'; c++) {
            tokens.add(new Token(String.valueOf(c), -10 - c, NORMAL));
        }
        tokens.add(new Token("no", -2, NORMAL));
        tokens.add(new Token("ne", -3, NORMAL));
        return tokens;
    }

    private void keys() {
        writer.string("general.architecture", "llama")
                .string("general.name", "tiny")
                .number("general.file_type", 0)
                .number("general.quantization_version", 2)
                .number("llama.block_count", LAYERS)
                .number("llama.context_length", CONTEXT)
                .number("llama.embedding_length", WIDTH)
                .number("llama.feed_forward_length", FEED_FORWARD)
                .number("llama.attention.head_count", HEADS)
                .number("llama.attention.head_count_kv", HEADS)
                .real("llama.rope.freq_base", 1e6)
                .real("llama.attention.layer_norm_rms_epsilon", 1e-5)
                .number("llama.rope.dimension_count", WIDTH / HEADS)
                .number("llama.vocab_size", vocabulary.size())
                .string("tokenizer.ggml.model", "llama")
                .string("tokenizer.ggml.pre", "default")
                .strings("tokenizer.ggml.tokens", vocabulary.stream().map(Token::text).toList())
                .reals("tokenizer.ggml.scores", vocabulary.size(), i -> vocabulary.get(i).score())
                .numbers("tokenizer.ggml.token_type", vocabulary.stream().map(Token::type).toList())
                .number("tokenizer.ggml.bos_token_id", 1)
                .number("tokenizer.ggml.eos_token_id", 2)
                .number("tokenizer.ggml.unknown_token_id", 0)
                .flag("tokenizer.ggml.add_bos_token", true)
                .flag("tokenizer.ggml.add_eos_token", false);
    }

    private void tensors() {
        matrix("token_embd", WIDTH, vocabulary.size());
        for (int layer = 0; layer < LAYERS; layer++) {
            String block = "blk." + layer + ".";
            vector(block + "attn_norm");
            for (String part : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
                matrix(block + part, WIDTH, WIDTH);
            }
            vector(block + "ffn_norm");
            matrix(block + "ffn_gate", WIDTH, FEED_FORWARD);
            matrix(block + "ffn_up", WIDTH, FEED_FORWARD);
            matrix(block + "ffn_down", FEED_FORWARD, WIDTH);
        }
        vector("output_norm");
        tensor("output", WIDTH, vocabulary.size(), this::withoutEnd);
    }

    private void matrix(String name, int columns, int rows) {
        tensor(name, columns, rows, this::weights);
    }

    private void vector(String name) {
        tensor(name, WIDTH, 1, (out, bytes) -> out.write(floats(ones(bytes))));
    }

    private void tensor(String name, int columns, int rows, Source source) {
        writer.tensor(name + ".weight", Weights.F32, columns, rows, source);
    }

    private void weights(OutputStream out, long bytes) throws IOException {
        out.write(floats(randoms(bytes)));
    }

    private void withoutEnd(OutputStream out, long bytes) throws IOException {
        float[] values = randoms(bytes);
        for (int i = 0; i < NEVER_SAID * WIDTH; i++) {
            values[i] = 0;
        }
        out.write(floats(values));
    }

    private float[] randoms(long bytes) {
        float[] values = new float[(int) bytes / Float.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * 0.5);
        }
        return values;
    }

    private static float[] ones(long bytes) {
        float[] values = new float[(int) bytes / Float.BYTES];
        Arrays.fill(values, 1);
        return values;
    }

    private static byte[] floats(float[] values) {
        ByteBuffer buffer =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
