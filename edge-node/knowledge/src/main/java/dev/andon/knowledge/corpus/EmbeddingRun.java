package dev.andon.knowledge.corpus;

import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.Embedding;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Embeds one manual. Making vectors is the slowest part of indexing, so none is made twice: not
/// after a run was killed in the middle of a manual, nor when a later reader cuts it a little
/// differently.
final class EmbeddingRun {
    /// What a killed run loses at most: a few seconds of work.
    static final int DRAFT_MAX = 256;

    private final Embedder embedder;
    private final Consumer<Map<String, Embedding>> drafts;
    private final Map<String, Embedding> known;
    private final Map<String, Embedding> draft = new HashMap<>();
    private int made;

    EmbeddingRun(Path file, Embedder embedder, ManualStore store) {
        this(
                embedder,
                store.vectors(file, embedder.fingerprint()),
                vectors -> store.draft(vectors, embedder.fingerprint()));
    }

    /// @param known vectors that need not be made, by [EmbeddedChunk#key]
    /// @param drafts keeps what was made, until all is stored
    EmbeddingRun(
            Embedder embedder,
            Map<String, Embedding> known,
            Consumer<Map<String, Embedding>> drafts) {
        this.embedder = embedder;
        this.known = known;
        this.drafts = drafts;
    }

    /// Vectors that had to be made.
    int made() {
        return made;
    }

    EmbeddedChunk embed(Chunk chunk) {
        String input = EmbeddedChunk.input(chunk);
        String key = EmbeddedChunk.key(input);
        Embedding vector = known.get(key);
        if (vector == null) {
            vector = embedder.embedPassage(input);
            made++;
            keep(key, vector);
        }
        return new EmbeddedChunk(chunk, vector);
    }

    private void keep(String key, Embedding vector) {
        draft.put(key, vector);
        if (draft.size() == DRAFT_MAX) {
            drafts.accept(Map.copyOf(draft));
            draft.clear();
        }
    }
}
