package dev.andon.knowledge.embed.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads `tokenizer.json`, and refuses one that neither [WordPiece] nor [Unigram] follows.
record TokenizerFile(Path file) {
    private static final String FIRST = "<s>";
    private static final String LAST = "</s>";

    Tokenizer read() {
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            return root.at("/model/type").asText().equals("Unigram")
                    ? unigram(root)
                    : wordPiece(root);
        } catch (IOException | IllegalArgumentException e) {
            throw new StageException(
                    Stage.EMBEDDING,
                    "model-corrupt",
                    "The tokenizer %s cannot be used: %s. Copy it again from Andon's models."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static WordPiece wordPiece(JsonNode root) {
        require(root.at("/normalizer/type"), "BertNormalizer");
        require(root.at("/pre_tokenizer/type"), "BertPreTokenizer");
        require(root.at("/model/type"), "WordPiece", "");
        require(root.at("/normalizer/lowercase"), "true");
        Map<String, Integer> vocabulary = new HashMap<>();
        root.at("/model/vocab")
                .properties()
                .forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        return new WordPiece(vocabulary);
    }

    private static Unigram unigram(JsonNode root) {
        requireMetaspace(root.at("/pre_tokenizer"));
        List<String> pieces = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (JsonNode entry : root.at("/model/vocab")) {
            pieces.add(entry.get(0).asText());
            scores.add(entry.get(1).asDouble());
        }
        int first = inside(pieces.indexOf(FIRST), pieces);
        int last = inside(pieces.indexOf(LAST), pieces);
        for (JsonNode added : root.at("/added_tokens")) {
            if (added.at("/special").asBoolean() && added.at("/id").asInt() < pieces.size()) {
                // No text means these, not even one that has them: an empty piece is never met.
                pieces.set(added.at("/id").asInt(), "");
            }
        }
        Unigram.Vocabulary vocabulary =
                new Unigram.Vocabulary(
                        pieces,
                        scores,
                        inside(root.at("/model/unk_id").asInt(-1), pieces),
                        first,
                        last);
        return new Unigram(vocabulary, charsmap(root.at("/normalizer")));
    }

    /// Words begin with `\u2581` and are divided by white space before that, as in XLM-RoBERTa.
    private static void requireMetaspace(JsonNode node) {
        if (!node.at("/type").asText().equals("Sequence")) {
            require(node.at("/type"), "Metaspace");
            return;
        }
        require(node.at("/pretokenizers/0/type"), "WhitespaceSplit");
        require(node.at("/pretokenizers/1/type"), "Metaspace");
    }

    private static @Nullable Charsmap charsmap(JsonNode normalizer) {
        if (normalizer.isNull() || normalizer.isMissingNode()) {
            return null;
        }
        for (JsonNode each : normalizer.path("normalizers")) {
            if (each.at("/type").asText().equals("Precompiled")) {
                return charsmap(each);
            }
            // Runs of spaces divide words anyhow.
            require(each.at("/type"), "Replace", "Strip");
        }
        require(normalizer.at("/type"), "Precompiled");
        return Charsmap.of(
                Base64.getDecoder().decode(normalizer.at("/precompiled_charsmap").asText()));
    }

    private static int inside(int id, List<String> pieces) {
        if (id < 0 || id >= pieces.size()) {
            throw new IllegalArgumentException(
                    "its vocabulary lacks one of %s, %s and the unknown piece"
                            .formatted(FIRST, LAST));
        }
        return id;
    }

    private static void require(JsonNode node, String... accepted) {
        for (String value : accepted) {
            if (node.asText().equals(value)) {
                return;
            }
        }
        throw new IllegalArgumentException(
                "it says '" + node.asText() + "' where '" + accepted[0] + "' is needed");
    }
}
