/// Manuals and passages in SQLite: rows, words (FTS5), codes and vectors.
///
/// [WordRows] are derived from the passages and written anew when their rules change. In: manuals
/// cut and embedded. Out: rows that `retrieval.sqlite` searches. Never knows:
/// questions.
@NullMarked
package dev.andon.knowledge.corpus.sqlite;

import org.jspecify.annotations.NullMarked;
