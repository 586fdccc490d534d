package dev.andon.hub.library;

import dev.andon.hub.library.reading.Comparison;
import dev.andon.hub.library.reading.ManualReading;
import dev.andon.hub.library.reading.ReadManual;
import dev.andon.hub.library.reading.RevisionDiff;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.library.Block;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/// Compares two revisions by reading both again.
final class Differences {
    private final LibraryParts parts;

    Differences(LibraryParts parts) {
        this.parts = parts;
    }

    DocumentDiff between(Revision from, Revision to) {
        Set<Block> there = blocks(from);
        Set<Block> wanted = blocks(to);
        long whole = wanted.stream().mapToLong(Block::length).sum();
        long fetched =
                wanted.stream()
                        .filter(block -> !there.contains(block))
                        .mapToLong(Block::length)
                        .sum();
        RevisionDiff contents =
                to.document().kind() == DocumentKind.MANUAL ? contents(from, to) : null;
        return new DocumentDiff(to.document().name(), from, to, fetched, whole, contents);
    }

    private Set<Block> blocks(Revision revision) {
        Set<Block> blocks = new HashSet<>();
        revision.trees().forEach(tree -> blocks.addAll(parts.blocks().blocks(tree)));
        return blocks;
    }

    private RevisionDiff contents(Revision from, Revision to) {
        Path draft = parts.files().draft();
        try (ManualReading reading = parts.reading().get()) {
            return Comparison.of(
                    read(reading, from, draft.resolve("from")),
                    read(reading, to, draft.resolve("to")));
        } finally {
            parts.files().discard(draft);
        }
    }

    /// Under its own name, which tells its format; the bytes stay where they are.
    private ReadManual read(ManualReading reading, Revision revision, Path folder) {
        try {
            Path file = Files.createDirectories(folder).resolve(revision.about().fileName());
            Files.createSymbolicLink(
                    file, parts.files().of(revision.file().sha256()).toAbsolutePath());
            return reading.read(file, declared(revision));
        } catch (IOException e) {
            throw new UncheckedIOException("A draft cannot be made in " + folder, e);
        }
    }

    private static DeclaredManual declared(Revision revision) {
        Revision.About about = revision.about();
        return new DeclaredManual(
                revision.document().id(),
                about.title(),
                about.revision(),
                about.language(),
                about.appliesTo(),
                about.issued() == null ? null : LocalDate.parse(about.issued()),
                documentClass(about.documentClass()));
    }

    private static @Nullable DocumentClass documentClass(@Nullable String words) {
        return words == null ? null : DocumentClass.named(words).orElse(null);
    }
}
