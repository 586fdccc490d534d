package dev.andon.node;

import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.CorpusIndexer;
import dev.andon.knowledge.corpus.LibraryIndexer;
import dev.andon.knowledge.corpus.LibraryStore;
import dev.andon.knowledge.corpus.ManualReaders;
import dev.andon.knowledge.corpus.ManualStore;
import dev.andon.knowledge.corpus.PagePictures;
import dev.andon.knowledge.corpus.csv.CsvReader;
import dev.andon.knowledge.corpus.docx.DocxReader;
import dev.andon.knowledge.corpus.html.HtmlReader;
import dev.andon.knowledge.corpus.language.NgramDetector;
import dev.andon.knowledge.corpus.markdown.MarkdownReader;
import dev.andon.knowledge.corpus.ocr.Tesseract;
import dev.andon.knowledge.corpus.pdf.PdfReader;
import dev.andon.knowledge.corpus.text.PlainTextReader;
import dev.andon.knowledge.embed.onnx.OnnxEmbedder;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.Rankings;
import dev.andon.knowledge.retrieval.Retriever;
import dev.andon.knowledge.retrieval.sqlite.SearchParts;
import dev.andon.knowledge.retrieval.sqlite.SqliteRetriever;
import dev.andon.knowledge.retrieval.sqlite.SqliteVectorSearch;
import dev.andon.knowledge.store.Database;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// The index of a node: how manuals come into it and how they are found. The embedder is opened
/// when it is first needed.
final class NodeIndex {
    private final Database database;
    private final Engine<OnnxEmbedder> embedder;
    private @Nullable SqliteVectorSearch vectors;

    NodeIndex(Database database, Engine<OnnxEmbedder> embedder) {
        this.database = database;
        this.embedder = embedder;
    }

    CorpusIndexer indexer(ManualStore store, PagePictures pictures) {
        OnnxEmbedder embeds = embedder.get();
        return new CorpusIndexer(readers(), chunker(embeds), embeds, store, pictures);
    }

    LibraryIndexer libraryIndexer(LibraryStore store, PagePictures pictures) {
        OnnxEmbedder embeds = embedder.get();
        return new LibraryIndexer(readers(), chunker(embeds), embeds, store, pictures);
    }

    private static Chunker chunker(OnnxEmbedder embeds) {
        return new Chunker(embeds.tokenCounter(), Chunker.TOKENS_MAX);
    }

    private static ManualReaders readers() {
        return new ManualReaders(
                List.of(
                        new PdfReader(Tesseract.find()),
                        new DocxReader(),
                        new HtmlReader(),
                        new MarkdownReader(),
                        new CsvReader(),
                        new PlainTextReader()),
                new NgramDetector());
    }

    /// Finds what is served.
    Retriever retriever() {
        return new SqliteRetriever(database, embedder.get(), vectorSearch());
    }

    /// Finds as if a staged revision were served.
    ///
    /// @param staged the file that it was read from
    Retriever trying(Path staged) {
        return SqliteRetriever.trying(database, embedder.get(), vectorSearch(), staged);
    }

    /// What each search on its own finds.
    Rankings rankings(Question question) {
        return new SearchParts(database, embedder.get(), vectorSearch()).rank(question);
    }

    /// One for all: it keeps the vectors of the manuals in memory.
    private synchronized SqliteVectorSearch vectorSearch() {
        if (vectors == null) {
            vectors = new SqliteVectorSearch(embedder.get().fingerprint());
        }
        return vectors;
    }
}
