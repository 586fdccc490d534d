package dev.andon.hub.library.block;

import dev.andon.hub.store.HubStore;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.library.Block;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the bytes of any block of any kept file: of the document itself, its list, its root, its
/// vectors, its questions.
public final class BlockTable {
    /// Rows of one transaction, so that events need not wait for a model's list of blocks.
    static final int ROWS_MAX = 4096;

    private final HubStore store;
    private final ContentFiles files;

    /// Rows in the store, bytes in the files.
    public BlockTable(HubStore store, ContentFiles files) {
        this.store = store;
        this.files = files;
    }

    /// A block and its bytes, or why there are none.
    public sealed interface Found {
        /// Its bytes, which have its hash.
        final class Bytes implements Found {
            private final byte[] bytes;

            Bytes(byte[] bytes) {
                this.bytes = bytes;
            }

            /// The bytes themselves; not to be changed.
            public byte[] bytes() {
                return bytes;
            }
        }

        /// No file of the library has it.
        record Unknown() implements Found {}

        /// It should be there, and the disk gives other bytes or none.
        ///
        /// @param file that is damaged
        record Damaged(String file) implements Found {}
    }

    /// Notes all blocks of a tree. Until [#know] nothing refers to them.
    ///
    /// @return bytes of those that no other file has
    public long place(BuiltTree built) {
        FileTree tree = built.tree();
        List<Block> root = List.of(new Block(tree.root(), tree.rootLength()));
        long bytesNew = place(tree.root(), root, 0);
        bytesNew += place(built.list(), Block.read(whole(tree.root(), tree.rootLength())), 0);
        long from = 0;
        try (Listed list = new Listed(built.list())) {
            for (List<Block> some = list.next(); !some.isEmpty(); some = list.next()) {
                bytesNew += place(tree.sha256(), some, from);
                from += some.stream().mapToLong(Block::length).sum();
            }
        }
        return bytesNew;
    }

    /// Notes that a tree is wanted; in the transaction of what wants it.
    public static void know(Handle handle, BuiltTree built) {
        FileTree tree = built.tree();
        handle.createUpdate(
                        """
                        insert into library_tree (sha256, root, length, root_length, list)
                        values (:sha256, :root, :length, :rootLength, :list)
                        on conflict do nothing\
                        """)
                .bind("sha256", tree.sha256())
                .bind("root", tree.root())
                .bind("length", tree.length())
                .bind("rootLength", tree.rootLength())
                .bind("list", built.list())
                .execute();
    }

    /// The tree of a file.
    public static FileTree tree(Handle handle, String sha256, String root) {
        return handle.createQuery(
                        "select * from library_tree where sha256 = :sha256 and root = :root")
                .bind("sha256", sha256)
                .bind("root", root)
                .map(
                        (row, _) ->
                                new FileTree(
                                        row.getString("sha256"),
                                        row.getLong("length"),
                                        row.getString("root"),
                                        row.getInt("root_length")))
                .one();
    }

    /// Bytes of a block, checked.
    public Found find(String sha256) {
        Optional<Place> place =
                store.read(
                        handle ->
                                handle.createQuery(
                                                """
                                                select f.sha256 as file, b.first_byte, b.length
                                                from library_block b
                                                join library_file f on f.id = b.file
                                                where b.sha256 = :sha256\
                                                """)
                                        .bind("sha256", sha256)
                                        .map(
                                                (row, _) ->
                                                        new Place(
                                                                row.getString("file"),
                                                                row.getLong("first_byte"),
                                                                row.getInt("length")))
                                        .findOne());
        return place.map(found -> read(sha256, found)).orElseGet(Found.Unknown::new);
    }

    /// The blocks of a tree, all three levels.
    public Set<Block> blocks(FileTree tree) {
        Set<Block> blocks = new HashSet<>();
        blocks.add(new Block(tree.root(), tree.rootLength()));
        List<Block> list = Block.read(whole(tree.root(), tree.rootLength()));
        blocks.addAll(list);
        try (Listed listed = new Listed(listOf(tree))) {
            for (List<Block> some = listed.next(); !some.isEmpty(); some = listed.next()) {
                blocks.addAll(some);
            }
        }
        return blocks;
    }

    /// Forgets files that no tree wants, and their blocks. Call it while nothing is being added.
    public void collect() {
        Set<String> wanted =
                store.write(
                        handle -> {
                            String unwanted =
                                    """
                                    select id from library_file where sha256 not in (
                                        select sha256 from library_tree
                                        union select root from library_tree
                                        union select list from library_tree)\
                                    """;
                            handle.execute(
                                    "delete from library_block where file in (" + unwanted + ")");
                            handle.execute(
                                    "delete from library_file where id in (" + unwanted + ")");
                            return new HashSet<>(
                                    handle.createQuery("select sha256 from library_file")
                                            .mapTo(String.class)
                                            .list());
                        });
        files.keepOnly(wanted::contains);
    }

    private record Place(String file, long from, int length) {}

    private Found read(String sha256, Place place) {
        try {
            byte[] bytes = files.read(place.file(), place.from(), place.length());
            return Sha256.of(bytes).equals(sha256)
                    ? new Found.Bytes(bytes)
                    : new Found.Damaged(place.file());
        } catch (IOException e) {
            return new Found.Damaged(place.file());
        }
    }

    private byte[] whole(String sha256, int length) {
        try {
            return files.read(sha256, 0, length);
        } catch (IOException e) {
            throw ContentFiles.broken("a list of blocks", files.of(sha256), e);
        }
    }

    private String listOf(FileTree tree) {
        return store.read(
                handle ->
                        handle.createQuery(
                                        """
                                        select list from library_tree
                                        where sha256 = :sha256 and root = :root\
                                        """)
                                .bind("sha256", tree.sha256())
                                .bind("root", tree.root())
                                .mapTo(String.class)
                                .one());
    }

    private long place(String file, List<Block> blocks, long from) {
        return store.write(
                handle -> {
                    long id = fileId(handle, file);
                    PreparedBatch rows =
                            handle.prepareBatch(
                                    """
                                    insert into library_block (sha256, file, first_byte, length)
                                    values (?, ?, ?, ?) on conflict do nothing\
                                    """);
                    long at = from;
                    for (Block block : blocks) {
                        rows.add(block.sha256(), id, at, block.length());
                        at += block.length();
                    }
                    int[] inserted = rows.execute();
                    long bytesNew = 0;
                    for (int i = 0; i < inserted.length; i++) {
                        bytesNew += inserted[i] == 1 ? blocks.get(i).length() : 0;
                    }
                    return bytesNew;
                });
    }

    private static long fileId(Handle handle, String sha256) {
        handle.execute(
                "insert into library_file (sha256) values (?) on conflict do nothing", sha256);
        return handle.createQuery("select id from library_file where sha256 = :sha256")
                .bind("sha256", sha256)
                .mapTo(Long.class)
                .one();
    }

    /// A list of blocks, read piece by piece.
    private final class Listed implements AutoCloseable {
        private final InputStream in;

        Listed(String list) {
            try {
                this.in = new BufferedInputStream(Files.newInputStream(files.of(list)));
            } catch (IOException e) {
                throw ContentFiles.broken("a list of blocks", files.of(list), e);
            }
        }

        List<Block> next() {
            try {
                return Block.read(in.readNBytes(ROWS_MAX * Block.ENTRY_BYTES));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
