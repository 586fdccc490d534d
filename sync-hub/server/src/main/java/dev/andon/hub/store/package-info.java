/// The hub's database: SQLite by default, PostgreSQL by its URL; connections, migrations, dialects.
///
/// In: SQL of the other rooms, in files of their own where the dialects differ. Out: what the work
/// returned, once it is committed.
@NullMarked
package dev.andon.hub.store;

import org.jspecify.annotations.NullMarked;
