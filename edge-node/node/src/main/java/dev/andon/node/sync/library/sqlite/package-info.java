/// The ledger of the library in SQLite, a file of its own.
///
/// In: what was received and installed. Out: the same after a power cut. Never knows: the network.
@NullMarked
package dev.andon.node.sync.library.sqlite;

import org.jspecify.annotations.NullMarked;
