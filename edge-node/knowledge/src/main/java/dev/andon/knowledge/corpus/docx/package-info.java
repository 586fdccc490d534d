/// Word documents in, blocks out.
///
/// In: a DOCX file. Out: [dev.andon.knowledge.corpus.ManualContent]. The path: [DocxReader] ->
/// [WordFile] (opens, checks) -> [Xml] (one paragraph or table at a time) -> [BodyWalk] with
/// [ParagraphText], [Styles], [Numbering] and [TableRows]. Nothing that the document links to is
/// fetched, nothing that it carries is run. Never knows: chunks, the store.
@NullMarked
package dev.andon.knowledge.corpus.docx;

import org.jspecify.annotations.NullMarked;
