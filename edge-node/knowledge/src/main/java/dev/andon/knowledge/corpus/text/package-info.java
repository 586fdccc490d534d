/// Plain text in, blocks out.
///
/// In: a text file in whatever encoding. Out: [dev.andon.knowledge.corpus.ManualContent]. The path:
/// [PlainTextReader] -> [Pages] (form feeds, printed numbers) -> [Part] (lines without an empty one
/// between them) -> [PartReading] (heading, list, table or running text) with [Lead] and
/// [AlignedColumns]. Never knows: chunks, the store.
@NullMarked
package dev.andon.knowledge.corpus.text;

import org.jspecify.annotations.NullMarked;
