package dev.andon.node.sync.library;

import dev.andon.node.sync.library.PartName.Tree;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Sha256;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Brings the files of one revision onto the disk, only the blocks that are nowhere here. It can be
/// left at any moment and goes on where it was.
///
/// Used by one thread.
final class Fetch implements AutoCloseable {
    private final Ledger ledger;
    private final Revision revision;
    private final List<TreeFetch> trees = new ArrayList<>();
    private long fetched;

    private Fetch(Ledger ledger, Revision revision) {
        this.ledger = ledger;
        this.revision = revision;
    }

    /// Begins, or goes on.
    ///
    /// @param vectors whether the vectors of the manifest are of any use to this node
    /// @throws LibraryException `corrupt-file`
    static Fetch start(Ledger ledger, LibraryFiles files, Revision revision, boolean vectors)
            throws IOException {
        Fetch fetch = new Fetch(ledger, revision);
        for (Map.Entry<Tree, FileTree> tree : trees(revision.manifest(), vectors).entrySet()) {
            fetch.trees.add(new TreeFetch(ledger, files, revision, tree.getKey(), tree.getValue()));
        }
        for (TreeFetch tree : fetch.trees) {
            tree.start();
        }
        fetch.count();
        return fetch;
    }

    /// The files of a manifest that this node needs.
    static Map<Tree, FileTree> trees(Manifest manifest, boolean vectors) {
        Map<Tree, FileTree> trees = new LinkedHashMap<>();
        trees.put(Tree.FILE, manifest.file());
        if (vectors && manifest.vectors() != null) {
            trees.put(Tree.VECTORS, manifest.vectors().file());
        }
        if (manifest.questions() != null) {
            trees.put(Tree.QUESTIONS, manifest.questions());
        }
        return trees;
    }

    boolean isComplete() {
        return trees.stream().allMatch(TreeFetch::isComplete);
    }

    /// The blocks to be brought now, in order; more may follow when these are here.
    Set<String> lacking() {
        Set<String> lacking = new LinkedHashSet<>();
        trees.forEach(tree -> lacking.addAll(tree.lacking()));
        return lacking;
    }

    /// Changes when other blocks are lacking than before, apart from those that came.
    int levels() {
        return trees.stream().mapToInt(TreeFetch::levels).sum();
    }

    boolean lacks(String sha256) {
        return trees.stream().anyMatch(tree -> tree.lacks(sha256));
    }

    /// Takes a block under the name that its bytes have; false if it is of no use.
    ///
    /// @throws LibraryException `corrupt-file`
    boolean take(byte[] bytes) throws IOException {
        String sha256 = Sha256.of(bytes);
        boolean taken = false;
        for (TreeFetch tree : trees) {
            taken |= tree.take(sha256, bytes);
        }
        fetched += taken ? bytes.length : 0;
        return taken;
    }

    /// Forces what was taken to the disk.
    void flush() throws IOException {
        for (TreeFetch tree : trees) {
            tree.flush();
        }
        count();
    }

    private void count() {
        long reused = trees.stream().mapToLong(TreeFetch::takeReused).sum();
        if (fetched + reused > 0) {
            ledger.count(revision, fetched, reused);
            fetched = 0;
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        for (TreeFetch tree : trees) {
            tree.close();
        }
    }
}
