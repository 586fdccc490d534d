/// The SQLite file: one writer, many readers, migrations, and the check at start.
///
/// In: a [Schema] and pieces of [Work], each one [Transaction]. Out: what the work returned, once
/// it is on the disk. `java.sql` appears here and in the `*.sqlite` packages only.
@NullMarked
package dev.andon.knowledge.store;

import org.jspecify.annotations.NullMarked;
