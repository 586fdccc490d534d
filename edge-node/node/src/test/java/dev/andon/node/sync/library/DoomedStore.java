package dev.andon.node.sync.library;

import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.EmbeddedChunk;
import dev.andon.knowledge.corpus.LibraryStore;
import dev.andon.knowledge.corpus.ManualSource;
import dev.andon.knowledge.corpus.ReadingVersion;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A store that never gets beyond one moment.
record DoomedStore(LibraryStore store, Moment moment) implements LibraryStore {
    @Override
    public void stage(
            ManualSource source, List<EmbeddedChunk> chunks, EmbedderFingerprint embedder) {
        store.stage(source, moment == Moment.STAGING ? endless(chunks) : chunks, embedder);
        if (moment == Moment.STAGED) {
            moment.reached();
        }
    }

    /// The last one never comes.
    private List<EmbeddedChunk> endless(List<EmbeddedChunk> chunks) {
        return new AbstractList<>() {
            @Override
            public EmbeddedChunk get(int index) {
                if (index == chunks.size() - 1) {
                    moment.reached();
                }
                return chunks.get(index);
            }

            @Override
            public int size() {
                return chunks.size();
            }
        };
    }

    @Override
    public void serve(Path file) {
        if (moment == Moment.SWITCHING) {
            moment.tell();
        }
        store.serve(file);
        if (moment == Moment.SWITCHED) {
            moment.tell();
        }
        Moment.await();
    }

    @Override
    public boolean holds(
            Path file, String sha256, DeclaredManual declared, ReadingVersion version) {
        return store.holds(file, sha256, declared, version);
    }

    @Override
    public Optional<Path> serving(String document) {
        return store.serving(document);
    }

    @Override
    public List<Path> files() {
        return store.files();
    }

    @Override
    public Set<String> hashes() {
        return store.hashes();
    }

    @Override
    public boolean forget(Path file) {
        return store.forget(file);
    }

    @Override
    public Map<String, Embedding> vectors(String document, EmbedderFingerprint embedder) {
        return store.vectors(document, embedder);
    }

    @Override
    public void draft(Map<String, Embedding> vectors, EmbedderFingerprint embedder) {
        store.draft(vectors, embedder);
    }
}
