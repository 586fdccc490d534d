/// The outbox and the hub: what happened goes up until the hub has committed it, what the hub
/// publishes comes down.
///
/// In: facts of the journal, messages of the hub. Out: batches, installed revisions. Never knows:
/// how a question is answered.
@NullMarked
package dev.andon.node.sync;

import org.jspecify.annotations.NullMarked;
