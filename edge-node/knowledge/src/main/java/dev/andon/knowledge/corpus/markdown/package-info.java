/// Reads manuals in Markdown.
///
/// In: a text file in CommonMark with tables, page markers and front matter. Out: a
/// [dev.andon.knowledge.corpus.ManualContent]. Never knows: what becomes of the blocks.
@NullMarked
package dev.andon.knowledge.corpus.markdown;

import org.jspecify.annotations.NullMarked;
