/// What one shift tells the next.
///
/// In: incidents, refused questions, the names of the register, when shifts begin. Out: a handover
/// of one window of time, as sentences to say and as text to read. Never knows: persons, how it is
/// asked for, how it is printed.
@NullMarked
package dev.andon.node.handover;

import org.jspecify.annotations.NullMarked;
