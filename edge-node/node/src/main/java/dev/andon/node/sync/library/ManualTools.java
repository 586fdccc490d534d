package dev.andon.node.sync.library;

import dev.andon.knowledge.corpus.LibraryIndexer;
import dev.andon.knowledge.corpus.LibraryStore;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.retrieval.Retriever;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the installing of manuals needs of its node. Engines are opened when they are needed.
///
/// @param indexer reads, cuts, embeds
/// @param store of the hub's manuals
/// @param embedder of this node
/// @param trying finds as if a staged revision, read from this file, were served
/// @param asker asks as a person would
public record ManualTools(
        Supplier<LibraryIndexer> indexer,
        LibraryStore store,
        Supplier<EmbedderFingerprint> embedder,
        Function<Path, Retriever> trying,
        Asker asker) {}
