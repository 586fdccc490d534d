/// Manuals and passages in SQLite: rows, words (FTS5), codes and vectors.
///
/// In: manuals cut and embedded. Out: rows that `retrieval.sqlite` searches. Never knows:
/// questions.
@NullMarked
package dev.andon.knowledge.corpus.sqlite;

import org.jspecify.annotations.NullMarked;
