/// The commands `andon hub`, `andon fleet` and `andon library`.
///
/// In: a command line. Out: tables for people, JSON for programs (`--json`), exit codes: 0 done, 1
/// failed, 2 bad usage. `hub serve` and `hub worker` run the hub; the others talk to the API of one
/// that runs ([HubClient]). picocli stays in this room.
@NullMarked
package dev.andon.hub.cli;

import org.jspecify.annotations.NullMarked;
