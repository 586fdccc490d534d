package dev.andon.knowledge.llm.llamacpp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    private static final int ALIGNMENT = 32;

    private static final int U32 = 4;
    private static final int I32 = 5;
    private static final int F32 = 6;
    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int BYTE = 6;

    private record Token(String text, float score, int type) {}

    private record Tensor(String name, int columns, int rows, float[] values) {}

    private final ByteBuffer out =
            ByteBuffer.allocate(8 * 1024 * 1024).order(ByteOrder.LITTLE_ENDIAN);
    private final Random random = new Random(42);
    private final List<Token> vocabulary = vocabulary();

    private TinyGguf() {}

    /// Writes the model and returns its path.
    public static Path write(Path file) throws IOException {
        byte[] bytes = new TinyGguf().bytes();
        return Files.write(file, bytes);
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

    private byte[] bytes() {
        List<Tensor> tensors = tensors();
        out.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3);
        out.putLong(tensors.size());
        int keysAt = out.position();
        out.putLong(0);
        out.putLong(keysAt, keys());
        long offset = 0;
        for (Tensor tensor : tensors) {
            info(tensor, offset);
            offset += padded(tensor.values.length * Float.BYTES);
        }
        pad();
        for (Tensor tensor : tensors) {
            for (float value : tensor.values) {
                out.putFloat(value);
            }
            pad();
        }
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private long keys() {
        string("general.architecture", "llama");
        string("general.name", "tiny");
        number("general.file_type", 0);
        number("general.quantization_version", 2);
        number("llama.block_count", LAYERS);
        number("llama.context_length", CONTEXT);
        number("llama.embedding_length", WIDTH);
        number("llama.feed_forward_length", FEED_FORWARD);
        number("llama.attention.head_count", HEADS);
        number("llama.attention.head_count_kv", HEADS);
        real("llama.rope.freq_base", 1e6f);
        real("llama.attention.layer_norm_rms_epsilon", 1e-5f);
        number("llama.rope.dimension_count", WIDTH / HEADS);
        number("llama.vocab_size", vocabulary.size());
        string("tokenizer.ggml.model", "llama");
        string("tokenizer.ggml.pre", "default");
        array("tokenizer.ggml.tokens", STRING);
        vocabulary.forEach(token -> text(token.text));
        array("tokenizer.ggml.scores", F32);
        vocabulary.forEach(token -> out.putFloat(token.score));
        array("tokenizer.ggml.token_type", I32);
        vocabulary.forEach(token -> out.putInt(token.type));
        number("tokenizer.ggml.bos_token_id", 1);
        number("tokenizer.ggml.eos_token_id", 2);
        number("tokenizer.ggml.unknown_token_id", 0);
        flag("tokenizer.ggml.add_bos_token", true);
        flag("tokenizer.ggml.add_eos_token", false);
        return 24;
    }

    private List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(weights("token_embd", WIDTH, vocabulary.size()));
        for (int layer = 0; layer < LAYERS; layer++) {
            String block = "blk." + layer + ".";
            tensors.add(ones(block + "attn_norm"));
            for (String part : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
                tensors.add(weights(block + part, WIDTH, WIDTH));
            }
            tensors.add(ones(block + "ffn_norm"));
            tensors.add(weights(block + "ffn_gate", WIDTH, FEED_FORWARD));
            tensors.add(weights(block + "ffn_up", WIDTH, FEED_FORWARD));
            tensors.add(weights(block + "ffn_down", FEED_FORWARD, WIDTH));
        }
        tensors.add(ones("output_norm"));
        tensors.add(withoutEnd(weights("output", WIDTH, vocabulary.size())));
        return tensors;
    }

    /// No token of the first five ever wins, so a greedy generation runs to its limit.
    private static Tensor withoutEnd(Tensor output) {
        Arrays.fill(output.values, 0, 5 * WIDTH, 0);
        return output;
    }

    private Tensor weights(String name, int columns, int rows) {
        float[] values = new float[columns * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * 0.5);
        }
        return new Tensor(name + ".weight", columns, rows, values);
    }

    private static Tensor ones(String name) {
        float[] values = new float[WIDTH];
        Arrays.fill(values, 1);
        return new Tensor(name + ".weight", WIDTH, 1, values);
    }

    private void info(Tensor tensor, long offset) {
        text(tensor.name);
        if (tensor.rows == 1) {
            out.putInt(1).putLong(tensor.columns);
        } else {
            out.putInt(2).putLong(tensor.columns).putLong(tensor.rows);
        }
        out.putInt(0).putLong(offset);
    }

    private void string(String key, String value) {
        text(key);
        out.putInt(STRING);
        text(value);
    }

    private void number(String key, int value) {
        text(key);
        out.putInt(U32).putInt(value);
    }

    private void real(String key, float value) {
        text(key);
        out.putInt(F32).putFloat(value);
    }

    private void flag(String key, boolean value) {
        text(key);
        out.putInt(BOOL).put((byte) (value ? 1 : 0));
    }

    private void array(String key, int type) {
        text(key);
        out.putInt(ARRAY).putInt(type).putLong(vocabulary.size());
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.putLong(bytes.length).put(bytes);
    }

    private void pad() {
        while (out.position() % ALIGNMENT != 0) {
            out.put((byte) 0);
        }
    }

    private static int padded(int length) {
        return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
