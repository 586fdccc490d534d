package dev.andon.knowledge.corpus;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The manuals below the given paths, in the order of their names, and what could not be looked at.
///
/// Hidden files and folders are left alone; links to folders are not followed.
///
/// @param manuals absolute
/// @param folders that were walked to their end: a manual that is not there any more is gone
/// @param refused paths that do not exist or cannot be read
record ManualFiles(Set<Path> manuals, List<Path> folders, List<IndexReport.Refused> refused) {
    /// More files than this is a wrong folder, not a library of manuals.
    static final int MANUALS_MAX = 50_000;

    static ManualFiles below(List<Path> paths, Predicate<Path> reads) {
        ManualFiles files =
                new ManualFiles(new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
        for (Path path : paths) {
            files.add(path.toAbsolutePath().normalize(), reads);
        }
        return files;
    }

    private void add(Path path, Predicate<Path> reads) {
        if (Files.isRegularFile(path)) {
            manuals.add(path);
        } else if (Files.isDirectory(path)) {
            walk(path, reads);
        } else {
            refuse(path, "There is no file or folder " + path + ".");
        }
    }

    private void walk(Path folder, Predicate<Path> reads) {
        List<Path> found = new ArrayList<>();
        int refusedBefore = refused.size();
        try {
            Files.walkFileTree(folder, new Visitor(folder, reads, found));
        } catch (IOException e) {
            refuse(folder, "The folder %s cannot be read (%s).".formatted(folder, e.getMessage()));
        }
        found.stream().sorted().forEach(manuals::add);
        if (refused.size() == refusedBefore) {
            folders.add(folder);
        }
    }

    private void refuse(Path path, String reason) {
        refused.add(new IndexReport.Refused(path, reason));
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Predicate<Path> reads;
        private final List<Path> found;

        Visitor(Path root, Predicate<Path> reads, List<Path> found) {
            this.root = root;
            this.reads = reads;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isHidden(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file) && reads.test(file)) {
                found.add(file);
            }
            if (found.size() <= MANUALS_MAX) {
                return FileVisitResult.CONTINUE;
            }
            refuse(
                    root,
                    "%s holds more than %d manuals; name a smaller folder."
                            .formatted(root, MANUALS_MAX));
            found.clear();
            return FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            refuse(file, "%s cannot be read (%s).".formatted(file, e.getMessage()));
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
