package dev.andon.node.sync.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Where the files of the library lie: `.files/{kind}/{id}/{serial}/...`. The first folder is
/// hidden, so that nobody who indexes the node's home reads half a manual.
///
/// @param root the folder of the library, absolute
public record LibraryFiles(Path root) {
    /// Appended to the name of a file that is not complete.
    static final String PART = ".part";

    private static final String FILES = ".files";
    private static final int NAME_MAX = 100;

    /// Makes the path absolute.
    public LibraryFiles {
        root = root.toAbsolutePath().normalize();
    }

    /// The ledger's file.
    public Path ledger() {
        return root.resolve("library.db");
    }

    Path lock() {
        return root.resolve(".lock");
    }

    /// The path of a part below the root, in the form that the ledger keeps.
    String path(Revision revision, PartName part) {
        String folder = "%s/%s".formatted(FILES, folder(revision));
        return part.equals(new PartName(PartName.Tree.FILE, PartName.Level.CONTENT))
                ? folder + "/content/" + safe(revision.manifest().fileName())
                : "%s/%s.%s".formatted(folder, word(part.tree()), word(part.level()));
    }

    Path file(String path, boolean whole) {
        return root.resolve(whole ? path : path + PART);
    }

    /// The complete file of one of the trees of a revision.
    Path content(Revision revision, PartName.Tree tree) {
        return file(path(revision, new PartName(tree, PartName.Level.CONTENT)), true);
    }

    private static String folder(Revision revision) {
        return "%s/%s/%d"
                .formatted(revision.document().word(), revision.document().id(), revision.serial());
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /// A name that the hub gives is no path, and not hidden.
    private static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "_");
        String bounded = plain.substring(Math.max(0, plain.length() - NAME_MAX));
        return bounded.isEmpty() ? "file" : bounded.replaceAll("^\\.+", "_");
    }

    /// Deletes the files of a revision.
    void delete(Revision revision) throws IOException {
        deleteTree(root.resolve(FILES).resolve(folder(revision)));
    }

    /// Deletes the files of all revisions but these.
    void keepOnly(List<Revision> revisions) throws IOException {
        Set<Path> kept = new HashSet<>();
        revisions.forEach(each -> kept.add(root.resolve(FILES).resolve(folder(each))));
        Path files = root.resolve(FILES);
        if (!Files.isDirectory(files)) {
            return;
        }
        List<Path> folders;
        try (Stream<Path> tree = Files.walk(files, 3)) {
            folders = tree.filter(path -> files.relativize(path).getNameCount() == 3).toList();
        }
        for (Path folder : folders) {
            if (!kept.contains(folder)) {
                deleteTree(folder);
            }
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                            throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Puts what was written to a file or a folder on the disk.
    static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
