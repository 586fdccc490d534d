package dev.andon.knowledge.embed.onnx;

import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;

/// An embedder under another name: what a new model looks like to an old index.
public record Relabelled(Embedder embedder) implements Embedder {
    @Override
    public Embedding embedQuery(String text) {
        return embedder.embedQuery(text);
    }

    @Override
    public Embedding embedPassage(String text) {
        return embedder.embedPassage(text);
    }

    @Override
    public EmbedderFingerprint fingerprint() {
        EmbedderFingerprint own = embedder.fingerprint();
        return new EmbedderFingerprint(
                own.name() + "-next",
                own.modelSha256(),
                own.runtime(),
                own.queryPrefix(),
                own.passagePrefix(),
                own.pooling(),
                own.tokensMax(),
                own.dimensions());
    }

    @Override
    public void close() {}
}
