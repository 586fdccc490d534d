package dev.andon.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where things lie below the folder of the models. Names that begin with a dot are no models.
///
/// @param root the folder of the models
record ModelFolders(Path root) {
    /// Where the model lies once it is whole.
    Path model(String name) {
        return root.resolve(name);
    }

    /// Where its files arrive.
    Path pull(String name) {
        return root.resolve(".pull").resolve(name);
    }

    /// Where it is put together.
    Path draft(String name) {
        return root.resolve(".draft").resolve(name);
    }

    /// Where its predecessor waits to be deleted.
    Path old(String name) {
        return root.resolve(".old").resolve(name);
    }

    /// The hashes that were trusted on first use.
    Path trusted() {
        return root.resolve(".trusted.json");
    }

    Path lock() {
        return root.resolve(".lock");
    }

    /// An empty folder to put the model together in.
    Path freshDraft(String name) throws IOException {
        delete(draft(name));
        return Files.createDirectories(draft(name));
    }

    /// Makes the draft the model. After a power cut there is the new one, or none; never half.
    void publish(String name) throws IOException {
        flush(draft(name));
        if (Files.exists(model(name))) {
            delete(old(name));
            Files.createDirectories(old(name).getParent());
            Files.move(model(name), old(name), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(draft(name), model(name), StandardCopyOption.ATOMIC_MOVE);
        flushFile(root);
        delete(old(name));
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        for (Path path : walk(tree)) {
            Files.delete(path);
        }
    }

    private static void flush(Path tree) throws IOException {
        for (Path path : walk(tree)) {
            flushFile(path);
        }
    }

    /// Files before their folder.
    private static List<Path> walk(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
    }

    private static void flushFile(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
