/// Events into the hub's store, each exactly once, and what they say as rows to read.
///
/// In: messages of `node/+/events`. Out: rows, and an answer to each node after the commit. Never
/// knows: how a manual is pushed, or who looks at the rows.
@NullMarked
package dev.andon.hub.ingest;

import org.jspecify.annotations.NullMarked;
