/// Handovers: of shifts, of incidents as they stood, in three languages.
@NullMarked
package dev.andon.node.handover;

import org.jspecify.annotations.NullMarked;
