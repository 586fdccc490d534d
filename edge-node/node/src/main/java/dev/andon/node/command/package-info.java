/// Commands in, what was done and what to say of it out: incidents after a read-back, procedures
/// step by step, the handover, the expert.
///
/// Never knows: sound, the manuals' search, who listens.
@NullMarked
package dev.andon.node.command;

import org.jspecify.annotations.NullMarked;
