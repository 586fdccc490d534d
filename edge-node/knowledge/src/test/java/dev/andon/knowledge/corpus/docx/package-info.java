/// Word documents are written by [DocxDraft], never committed.
@NullMarked
package dev.andon.knowledge.corpus.docx;

import org.jspecify.annotations.NullMarked;
