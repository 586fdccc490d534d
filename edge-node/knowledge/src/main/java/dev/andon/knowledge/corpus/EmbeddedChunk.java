package dev.andon.knowledge.corpus;

import dev.andon.knowledge.embed.Embedding;
import dev.andon.models.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// A chunk with the vector of its headings and text.
public record EmbeddedChunk(Chunk chunk, Embedding embedding) {
    /// What is embedded of a passage: the headings above it lead to it more often than its text.
    ///
    /// @param path headings, outermost first
    /// @param text in the form of [PassageText]
    public static String input(List<String> path, String text) {
        return path.isEmpty() ? text : String.join(" > ", path) + "\n" + text;
    }

    /// Names what is embedded by its SHA-256, hexadecimal.
    public static String key(String input) {
        byte[] digest = Sha256.digest().digest(input.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    /// The same of a chunk.
    static String input(Chunk chunk) {
        return input(chunk.path(), PassageText.render(chunk.blocks()));
    }
}
