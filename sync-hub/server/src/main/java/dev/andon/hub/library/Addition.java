package dev.andon.hub.library;

import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.protocol.DocumentKind;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// A revision to be added.
///
/// @param kind of document
/// @param file by the name that it is to have at the nodes; below [Library#draft] it is moved into
///     the library, elsewhere it is copied
/// @param declared what the librarian says of it, or a sidecar beside the file; it wins over what a
///     manual says of itself. Without an id a register is `plant`, settings are `device`, words of
///     commands `commands-LANGUAGE`, and a file of a model is named after model and file. Without a
///     revision these are numbered.
/// @param questions JSON lines that a node must answer well before it serves it; null for none
/// @param forceOrder take it although its revision is not later than the last
public record Addition(
        DocumentKind kind,
        Path file,
        DeclaredManual declared,
        @Nullable Path questions,
        boolean forceOrder) {
    /// A manual of which only the document itself and its sidecar speak.
    public static Addition manual(Path file, DeclaredManual declared) {
        return new Addition(DocumentKind.MANUAL, file, declared, null, false);
    }

    /// The same with questions.
    public Addition asking(Path lines) {
        return new Addition(kind, file, declared, lines, forceOrder);
    }

    /// The same whatever the order of the revisions.
    public Addition forced() {
        return new Addition(kind, file, declared, questions, true);
    }
}
