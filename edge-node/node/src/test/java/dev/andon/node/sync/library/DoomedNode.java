package dev.andon.node.sync.library;

import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.LibraryIndexer;
import dev.andon.knowledge.corpus.PagePictures;
import dev.andon.knowledge.corpus.sqlite.LibraryTable;
import dev.andon.knowledge.corpus.sqlite.ManualSchema;
import dev.andon.knowledge.embed.onnx.OnnxEmbedder;
import dev.andon.knowledge.formats.AllFormats;
import dev.andon.knowledge.store.Database;
import dev.andon.node.EdgeNode;
import dev.andon.protocol.DocumentKind;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A node in a process of its own that takes the second revision of a manual into use and never
/// gets beyond one moment of it, to be killed there.
final class DoomedNode {
    private DoomedNode() {}

    /// @param arguments the home of the node, the secret and the public file of the hub's key, the
    ///     moment
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Moment moment = Moment.valueOf(arguments[3]);
        try (ScriptedHub hub =
                        new ScriptedHub(
                                CutOffNode.key(Path.of(arguments[1]), Path.of(arguments[2])));
                TestNode node =
                        TestNode.open(
                                home, hub, (real, members) -> doomed(real, members, moment))) {
            hub.version = 1;
            hub.connect(node.client);
            hub.release(Torques.manifest(hub, 2, "C"));
            Moment.await();
        }
    }

    private static LibraryMembers doomed(EdgeNode node, LibraryMembers real, Moment moment) {
        Path index = real.files().root().resolveSibling("andon.db");
        Map<DocumentKind, Installer> installers = new HashMap<>(real.installers());
        installers.put(
                DocumentKind.MANUAL, new ManualInstaller(real.files(), tools(node, index, moment)));
        return new LibraryMembers(
                real.site(),
                real.node(),
                real.keys(),
                real.files(),
                real.ledger(),
                installers,
                real.disk(),
                real.time());
    }

    private static ManualTools tools(EdgeNode node, Path index, Moment moment) {
        Database database = Database.open(index, ManualSchema.SCHEMA);
        DoomedStore store = new DoomedStore(new LibraryTable(database), moment);
        OnnxEmbedder embedder = (OnnxEmbedder) node.embedder();
        LibraryIndexer indexer =
                new LibraryIndexer(
                        AllFormats.readers(),
                        new Chunker(embedder.tokenCounter(), Chunker.TOKENS_MAX),
                        embedder,
                        store,
                        PagePictures.NONE);
        return new ManualTools(
                () -> indexer,
                store,
                embedder::fingerprint,
                _ -> {
                    throw new IllegalStateException("no questions are asked");
                },
                (_, _, _) -> {
                    throw new IllegalStateException("no questions are asked");
                });
    }
}
