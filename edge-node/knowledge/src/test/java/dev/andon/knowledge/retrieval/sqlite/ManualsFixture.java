package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.CorpusIndexer;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.IndexReport;
import dev.andon.knowledge.corpus.ManualReaders;
import dev.andon.knowledge.corpus.markdown.MarkdownReader;
import dev.andon.knowledge.corpus.sqlite.ManualSchema;
import dev.andon.knowledge.corpus.sqlite.PassageTable;
import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.onnx.E5;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.store.Database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The written manuals of a small site, indexed for real in a folder of the test.
public final class ManualsFixture implements AutoCloseable {
    public static final List<String> FILES =
            List.of("px200-b.md", "px200-c.md", "cv50-a.md", "site-rules.md");

    public final Path manuals;
    public final Database database;
    public final PassageTable table;
    public final SqliteRetriever retriever;
    private final Embedder embedder;

    public ManualsFixture(Path folder) {
        this(folder, E5.EMBEDDER);
    }

    public ManualsFixture(Path folder, Embedder embedder) {
        this.embedder = embedder;
        this.manuals = folder.resolve("manuals");
        this.database = Database.open(folder.resolve("index.db"), ManualSchema.SCHEMA);
        this.table = new PassageTable(database);
        this.retriever =
                new SqliteRetriever(
                        database, embedder, new SqliteVectorSearch(embedder.fingerprint()));
    }

    /// Puts the manuals into their folder.
    public ManualsFixture copy(List<String> names) {
        try {
            Files.createDirectories(manuals);
            for (String name : names) {
                try (InputStream in =
                        ManualsFixture.class.getResourceAsStream(
                                "/dev/andon/knowledge/retrieval/manuals/" + name)) {
                    Files.copy(in, manuals.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public IndexReport index() {
        return indexer().index(List.of(manuals), DeclaredManual.NOTHING, _ -> {});
    }

    public CorpusIndexer indexer() {
        return new CorpusIndexer(
                new ManualReaders(List.of(new MarkdownReader())), new Chunker(), embedder, table);
    }

    public List<Passage> ask(String text, String... models) {
        return retriever.retrieve(new Question(text, null, List.of(models), "en"));
    }

    @Override
    public void close() {
        database.close();
    }
}
