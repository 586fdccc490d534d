package dev.andon.knowledge.embed.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A multilingual embedder of a few words, made when the test runs: a table of vectors in ONNX and
/// a `tokenizer.json` of the kind that XLM-RoBERTa has. Words of one line mean the same.
public final class TinyModel {
    public static final int DIMENSIONS = 16;
    public static final EmbedderSpec SPEC = new EmbedderSpec("tiny", "", "", 64, DIMENSIONS, 1);

    private static final List<List<String>> MEANINGS =
            List.of(
                    List.of("pump", "pompe", "pumpe"),
                    List.of("noise", "bruit", "lärm"),
                    List.of("belt", "courroie", "riemen"),
                    List.of("oil", "huile", "öl"),
                    List.of("door", "porte", "tür"),
                    List.of("torque", "couple", "drehmoment"));
    private static final List<String> SPECIAL = List.of("<s>", "<pad>", "</s>", "<unk>");

    private TinyModel() {}

    /// Writes `model.onnx` and `tokenizer.json` into a folder and opens them.
    public static OnnxEmbedder open(Path folder) {
        return OnnxEmbedder.open(model(folder, "input_ids"), tokenizer(folder), SPEC);
    }

    static Path tokenizer(Path folder) {
        String special =
                IntStream.range(0, SPECIAL.size())
                        .mapToObj(
                                id ->
                                        "{\"id\": %d, \"content\": \"%s\", \"special\": true}"
                                                .formatted(id, SPECIAL.get(id)))
                        .collect(Collectors.joining(","));
        String vocabulary =
                pieces().stream()
                        .map(
                                piece ->
                                        "[\"%s\", %s]"
                                                .formatted(piece, piece.length() > 2 ? -2.0 : -9.0))
                        .collect(Collectors.joining(","));
        return write(
                folder.resolve("tokenizer.json"),
                """
                {"added_tokens": [%s],
                 "normalizer": null,
                 "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
                    {"type": "WhitespaceSplit"}, {"type": "Metaspace"}]},
                 "model": {"type": "Unigram", "unk_id": 3, "vocab": [%s]}}
                """
                        .formatted(special, vocabulary)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// A model that looks its tokens up in a table and takes no `token_type_ids`.
    ///
    /// @param input the name under which it wants the tokens
    static Path model(Path folder, String input) {
        List<String> pieces = pieces();
        ByteBuffer table =
                ByteBuffer.allocate(pieces.size() * DIMENSIONS * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (String piece : pieces) {
            for (int d = 0; d < DIMENSIONS; d++) {
                table.putFloat(value(piece, d));
            }
        }
        Proto tensor =
                new Proto()
                        .number(1, pieces.size())
                        .number(1, DIMENSIONS)
                        .number(2, 1)
                        .text(8, "table")
                        .bytes(9, table.array());
        Proto gather =
                new Proto()
                        .text(1, "table")
                        .text(1, input)
                        .text(2, "last_hidden_state")
                        .text(4, "Gather");
        Proto graph =
                new Proto()
                        .message(1, gather)
                        .text(2, "tiny")
                        .message(5, tensor)
                        .message(11, value(input, 7, false))
                        .message(11, value("attention_mask", 7, false))
                        .message(12, value("last_hidden_state", 1, true));
        Proto model =
                new Proto().number(1, 8).message(7, graph).message(8, new Proto().number(2, 13));
        return write(folder.resolve("model.onnx"), model.toBytes());
    }

    /// A meaning has a direction of its own; letters have next to none.
    private static float value(String piece, int dimension) {
        for (int meaning = 0; meaning < MEANINGS.size(); meaning++) {
            if (MEANINGS.get(meaning).contains(piece.replace("\u2581", ""))) {
                return dimension == meaning ? 1 : 0;
            }
        }
        return dimension == DIMENSIONS - 1 ? 0.01f : 0;
    }

    private static List<String> pieces() {
        List<String> words =
                MEANINGS.stream().flatMap(List::stream).map(word -> "\u2581" + word).toList();
        List<String> letters =
                IntStream.rangeClosed('a', 'z').mapToObj(Character::toString).toList();
        return java.util.stream.Stream.of(SPECIAL, List.of("\u2581"), letters, words)
                .flatMap(List::stream)
                .toList();
    }

    private static Proto value(String name, int type, boolean vectors) {
        Proto shape =
                new Proto()
                        .message(1, new Proto().text(2, "batch"))
                        .message(1, new Proto().text(2, "tokens"));
        if (vectors) {
            shape.message(1, new Proto().number(1, DIMENSIONS));
        }
        Proto tensor = new Proto().number(1, type).message(2, shape);
        return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A message in protocol buffers' wire format.
    private static final class Proto {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Proto number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Proto text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Proto message(int field, Proto value) {
            return bytes(field, value.toBytes());
        }

        Proto bytes(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        byte[] toBytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 0x7F) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
