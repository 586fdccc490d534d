package dev.andon.knowledge.embed.onnx;

import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;

import java.util.concurrent.atomic.AtomicInteger;

/// An embedder that counts how many passages it embeds.
public record Counted(Embedder embedder, AtomicInteger passages) implements Embedder {
    @Override
    public Embedding embedQuery(String text) {
        return embedder.embedQuery(text);
    }

    @Override
    public Embedding embedPassage(String text) {
        passages.incrementAndGet();
        return embedder.embedPassage(text);
    }

    @Override
    public EmbedderFingerprint fingerprint() {
        return embedder.fingerprint();
    }

    @Override
    public void close() {}
}
