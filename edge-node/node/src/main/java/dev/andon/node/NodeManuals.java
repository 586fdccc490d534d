package dev.andon.node;

import dev.andon.config.NodeHome;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.CorpusIndexer;
import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.LibraryIndexer;
import dev.andon.knowledge.corpus.LibraryStore;
import dev.andon.knowledge.corpus.ManualStore;
import dev.andon.knowledge.corpus.PageOfManual;
import dev.andon.knowledge.corpus.PagePictures;
import dev.andon.knowledge.corpus.fact.FactStore;
import dev.andon.knowledge.corpus.pdf.PdfPagePictures;
import dev.andon.knowledge.corpus.sqlite.FactTable;
import dev.andon.knowledge.corpus.sqlite.LibraryTable;
import dev.andon.knowledge.corpus.sqlite.PassageTable;
import dev.andon.knowledge.embed.onnx.OnnxEmbedder;
import dev.andon.knowledge.formats.AllFormats;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.Rankings;
import dev.andon.knowledge.retrieval.Retriever;
import dev.andon.knowledge.retrieval.sqlite.SearchParts;
import dev.andon.knowledge.retrieval.sqlite.SqliteRetriever;
import dev.andon.knowledge.retrieval.sqlite.SqliteVectorSearch;
import dev.andon.knowledge.store.Database;
import dev.andon.node.sync.library.Asker;
import dev.andon.node.sync.library.ManualTools;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The manuals of a node in their index: brought in, searched, shown.
final class NodeManuals {
    private final Database database;
    private final PassageTable table;
    private final PdfPagePictures pictures;
    private final Engine<OnnxEmbedder> embedder;
    private @Nullable SqliteVectorSearch vectors;

    /// An index that an older Andon wrote is found by its words and facts at once, not only after
    /// the next `andon index`.
    NodeManuals(NodeHome home, Database database, Engine<OnnxEmbedder> embedder) {
        this.database = database;
        this.table = new PassageTable(database);
        this.pictures = new PdfPagePictures(home.pages());
        this.embedder = embedder;
        table.rewriteWords();
        table.rewriteFacts();
    }

    ManualStore store() {
        return table;
    }

    FactStore facts() {
        return new FactTable(database);
    }

    /// Brings files into the index.
    CorpusIndexer indexer() {
        return indexer(table, pictures);
    }

    /// Brings files into another index, without pictures.
    CorpusIndexer indexerInto(ManualStore other) {
        return indexer(other, PagePictures.NONE);
    }

    private CorpusIndexer indexer(ManualStore into, PagePictures kept) {
        OnnxEmbedder embeds = embedder.get();
        return new CorpusIndexer(AllFormats.readers(), chunker(embeds), embeds, into, kept);
    }

    private static Chunker chunker(OnnxEmbedder embeds) {
        return new Chunker(embeds.tokenCounter(), Chunker.TOKENS_MAX);
    }

    Retriever retriever() {
        return new SqliteRetriever(database, embedder.get(), vectorSearch());
    }

    /// What each search on its own finds.
    Rankings rankings(Question question) {
        return new SearchParts(database, embedder.get(), vectorSearch()).rank(question);
    }

    /// What the library of the hub needs to install manuals and to try them.
    ManualTools tools(Asker asker) {
        LibraryStore store = new LibraryTable(database);
        return new ManualTools(
                () -> {
                    OnnxEmbedder embeds = embedder.get();
                    return new LibraryIndexer(
                            AllFormats.readers(), chunker(embeds), embeds, store, pictures);
                },
                store,
                () -> embedder.get().fingerprint(),
                this::trying,
                asker);
    }

    private Retriever trying(Path staged) {
        return SqliteRetriever.trying(database, embedder.get(), vectorSearch(), staged);
    }

    /// Forgets all that a hub installed: what was indexed here answers again.
    void forgetLibrary() {
        LibraryStore installed = new LibraryTable(database);
        installed.files().forEach(installed::forget);
    }

    /// The picture of a page, PNG.
    ///
    /// @throws StageException `corpus`: `page-missing`, and those of [PdfPagePictures#picture]
    byte[] picture(PageOfManual page) {
        String sha256 =
                page.among(table.list())
                        .map(IndexedManual::sha256)
                        .orElseThrow(
                                () ->
                                        new StageException(
                                                Stage.CORPUS,
                                                PdfPagePictures.PAGE_MISSING,
                                                "No manual %s with this revision and language is indexed."
                                                        .formatted(page.manual())));
        return pictures.picture(sha256, page.page());
    }

    /// One for all: it keeps the vectors of the manuals in memory.
    private synchronized SqliteVectorSearch vectorSearch() {
        if (vectors == null) {
            vectors = new SqliteVectorSearch(embedder.get().fingerprint());
        }
        return vectors;
    }
}
