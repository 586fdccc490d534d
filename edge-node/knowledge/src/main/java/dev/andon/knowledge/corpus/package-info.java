/// Manuals in, passages in the store out.
///
/// In: files (Markdown, PDF) with what they say of themselves. Out: [Manual]s cut into [Chunk]s of
/// typed [Block]s, each on exactly one page. The path: [ManualReaders] (with [Sidecar] and
/// [DeclaredManual]) -> [ManualContent] -> [Chunker] (without each [Directory]) -> [Chunk], whose
/// text is [PassageText]; [RevisionOrder] says which revision is current. Never knows: questions,
/// answers, SQL (that is `corpus.sqlite`).
@NullMarked
package dev.andon.knowledge.corpus;

import org.jspecify.annotations.NullMarked;
