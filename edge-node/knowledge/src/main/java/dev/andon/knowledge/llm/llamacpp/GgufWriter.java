package dev.andon.knowledge.llm.llamacpp;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Writes a model file, GGUF version 3. The weights pass through once and are not kept, so a model
/// may be larger than the memory.
final class GgufWriter {
    private static final int ALIGNMENT = 32;
    private static final int U32 = 4;
    private static final int I32 = 5;
    private static final int F32 = 6;
    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    /// How weights are stored.
    enum Weights {
        /// Four bytes each.
        F32(0, 1, Float.BYTES),
        /// Blocks of 32: a half-precision scale and 32 values of four bits.
        Q4_0(2, 32, 2 + 16);

        private final int code;
        private final int perBlock;
        private final int blockBytes;

        Weights(int code, int perBlock, int blockBytes) {
            this.code = code;
            this.perBlock = perBlock;
            this.blockBytes = blockBytes;
        }

        long bytes(long count) {
            return count / perBlock * blockBytes;
        }
    }

    /// Writes the bytes of one tensor.
    interface Source {
        void write(OutputStream out, long bytes) throws IOException;
    }

    private record Tensor(String name, Weights weights, int columns, int rows, Source source) {
        long bytes() {
            return weights.bytes((long) columns * rows);
        }
    }

    private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
    private final List<Tensor> tensors = new ArrayList<>();
    private int keyCount;

    GgufWriter string(String key, String value) {
        return key(key, STRING).text(value);
    }

    GgufWriter number(String key, int value) {
        return key(key, U32).bytes(little(4).putInt(value));
    }

    GgufWriter real(String key, double value) {
        return key(key, F32).bytes(little(4).putFloat((float) value));
    }

    GgufWriter flag(String key, boolean value) {
        return key(key, BOOL).bytes(little(1).put((byte) (value ? 1 : 0)));
    }

    GgufWriter strings(String key, List<String> values) {
        array(key, STRING, values.size());
        values.forEach(this::text);
        return this;
    }

    GgufWriter reals(String key, int count, IntToDoubleFunction values) {
        array(key, F32, count);
        for (int i = 0; i < count; i++) {
            bytes(little(4).putFloat((float) values.applyAsDouble(i)));
        }
        return this;
    }

    GgufWriter numbers(String key, List<Integer> values) {
        array(key, I32, values.size());
        values.forEach(value -> bytes(little(4).putInt(value)));
        return this;
    }

    /// Announces a tensor; its bytes are asked for by [#write].
    ///
    /// @param columns the first size; a tensor of one row is a vector
    GgufWriter tensor(String name, Weights weights, int columns, int rows, Source source) {
        tensors.add(new Tensor(name, weights, columns, rows, source));
        return this;
    }

    /// Writes the file.
    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            byte[] header = header();
            out.write(header);
            pad(out, header.length);
            for (Tensor tensor : tensors) {
                tensor.source.write(out, tensor.bytes());
                pad(out, tensor.bytes());
            }
        }
    }

    private byte[] header() {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        header.writeBytes(little(20).putInt(3).putLong(tensors.size()).putLong(keyCount).array());
        header.writeBytes(keys.toByteArray());
        long offset = 0;
        for (Tensor tensor : tensors) {
            header.writeBytes(info(tensor, offset));
            offset += tensor.bytes() + padding(tensor.bytes());
        }
        return header.toByteArray();
    }

    private static byte[] info(Tensor tensor, long offset) {
        byte[] name = tensor.name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer info = little(name.length + 64).putLong(name.length).put(name);
        if (tensor.rows == 1) {
            info.putInt(1).putLong(tensor.columns);
        } else {
            info.putInt(2).putLong(tensor.columns).putLong(tensor.rows);
        }
        info.putInt(tensor.weights.code).putLong(offset);
        byte[] bytes = new byte[info.position()];
        info.get(0, bytes);
        return bytes;
    }

    private GgufWriter key(String key, int type) {
        keyCount++;
        return text(key).bytes(little(4).putInt(type));
    }

    private void array(String key, int type, int count) {
        key(key, ARRAY).bytes(little(12).putInt(type).putLong(count));
    }

    private GgufWriter text(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return bytes(little(8 + text.length).putLong(text.length).put(text));
    }

    private GgufWriter bytes(ByteBuffer value) {
        keys.writeBytes(value.array());
        return this;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void pad(OutputStream out, long written) throws IOException {
        out.write(new byte[padding(written)]);
    }

    private static int padding(long written) {
        return (int) (-written & (ALIGNMENT - 1));
    }
}
