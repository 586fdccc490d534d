/// Fault lists and other tables as CSV in, one table out.
///
/// In: a CSV file with whatever delimiter and encoding a spreadsheet wrote. Out:
/// [dev.andon.knowledge.corpus.ManualContent] with one table, cut into passages by the chunker. The
/// path: [CsvReader] -> [Delimiter] -> [FaultHeader]. Never knows: chunks, the store, what a fault
/// is.
@NullMarked
package dev.andon.knowledge.corpus.csv;

import org.jspecify.annotations.NullMarked;
