/// Tests of the sync, and its fakes: a broker and an outbox in memory, a hub that can be told to
/// misbehave.
@NullMarked
package dev.andon.node.sync;

import org.jspecify.annotations.NullMarked;
