/// The wire contract between nodes and hub, version 1: what travels, on which topic, in which form.
///
/// In: records. Out: bytes and topics, and back. Never knows: brokers, databases, engines.
/// `docs/sync-protocol.md` says the same in prose, enough to write a node that is not ours.
@NullMarked
package dev.andon.protocol;

import org.jspecify.annotations.NullMarked;
