package dev.andon.knowledge.embed.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Reads `tokenizer.json`, and refuses one that [WordPiece] does not follow.
record TokenizerFile(Path file) {
    WordPiece read() {
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            require(root.at("/normalizer/type"), "BertNormalizer");
            require(root.at("/pre_tokenizer/type"), "BertPreTokenizer");
            require(root.at("/model/type"), "WordPiece", "");
            require(root.at("/normalizer/lowercase"), "true");
            return new WordPiece(vocabulary(root.at("/model/vocab")));
        } catch (IOException | IllegalArgumentException e) {
            throw new StageException(
                    Stage.EMBEDDING,
                    "model-corrupt",
                    "The tokenizer %s cannot be used: %s. Copy it again from Andon's models."
                            .formatted(file, e.getMessage()),
                    e);
        }
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

    private static Map<String, Integer> vocabulary(JsonNode node) {
        Map<String, Integer> vocabulary = HashMap.newHashMap(node.size());
        node.properties()
                .forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        return vocabulary;
    }
}
