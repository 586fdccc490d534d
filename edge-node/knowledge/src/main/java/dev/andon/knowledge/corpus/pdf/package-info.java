/// Reads manuals in PDF: text with positions in, blocks out.
///
/// [PdfReader] opens the file and reads it twice, page by page. The [Survey] learns what only the
/// whole document tells: body size, running lines, printed page numbers, outline. Then each page
/// goes [PageScan] -> [ScannedPage] -> [PageReading] (ruled tables by [Grids], other tables by
/// [AlignedTable], the rest by [Flow]), and [Assembly] joins what a page break cut. Never knows:
/// what becomes of the blocks.
@NullMarked
package dev.andon.knowledge.corpus.pdf;

import org.jspecify.annotations.NullMarked;
