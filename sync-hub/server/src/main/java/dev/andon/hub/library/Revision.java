package dev.andon.hub.library;

import dev.andon.protocol.Manifest;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Manifest.Vectors;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// One revision of one document, as the library keeps it.
///
/// @param document that it is a revision of
/// @param serial the hub's number, growing with each
/// @param about what is known of it
/// @param file itself
/// @param vectors of its passages; null unless it is a manual
/// @param questions to be asked before it is served; null for none
/// @param added UTC milliseconds
public record Revision(
        DocumentKey document,
        long serial,
        About about,
        FileTree file,
        @Nullable Vectors vectors,
        @Nullable FileTree questions,
        long added) {
    /// What is known of a revision beside its bytes.
    ///
    /// @param revision as printed
    /// @param title as printed
    /// @param appliesTo models of machines; empty: all
    /// @param language BCP 47; null if unknown
    /// @param issued ISO 8601; null if unknown
    /// @param documentClass in words; null unless it is a manual
    /// @param fileName that the document had
    /// @param mediaType of the file
    public record About(
            String revision,
            String title,
            List<String> appliesTo,
            @Nullable String language,
            @Nullable String issued,
            @Nullable String documentClass,
            String fileName,
            String mediaType) {
        public About {
            appliesTo = List.copyOf(appliesTo);
        }
    }

    /// As printed.
    public String revision() {
        return about.revision();
    }

    /// All its files: itself, its vectors, its questions.
    public List<FileTree> trees() {
        List<FileTree> trees = new ArrayList<>(List.of(file));
        if (vectors != null) {
            trees.add(vectors.file());
        }
        if (questions != null) {
            trees.add(questions);
        }
        return List.copyOf(trees);
    }

    /// What is signed of it.
    ///
    /// @param expires UTC milliseconds
    Manifest manifest(long expires) {
        return new Manifest(
                document.kind(),
                document.id(),
                serial,
                about.revision(),
                about.title(),
                added,
                expires,
                about.appliesTo(),
                about.language(),
                about.issued(),
                about.documentClass(),
                about.fileName(),
                about.mediaType(),
                file,
                vectors,
                questions);
    }

    /// For people: `px200-service revision C (number 3)`.
    public String words() {
        return "%s revision %s (number %d)".formatted(document.id(), about.revision(), serial);
    }
}
