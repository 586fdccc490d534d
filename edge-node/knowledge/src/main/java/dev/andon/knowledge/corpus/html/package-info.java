/// HTML in, blocks out.
///
/// In: an HTML file, whoever wrote it: by hand, AsciiDoc, DocBook, Sphinx, DITA, a word processor.
/// Out: [dev.andon.knowledge.corpus.ManualContent]. The path: [HtmlReader] (encoding, metadata) ->
/// [ElementWalk] (elements in reading order) with [InlineText], [ListNumber], [Tables] and
/// [Admonition]. Nothing is fetched and no script runs. Never knows: chunks, the store.
@NullMarked
package dev.andon.knowledge.corpus.html;

import org.jspecify.annotations.NullMarked;
