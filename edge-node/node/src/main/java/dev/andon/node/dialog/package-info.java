/// A transcript or typed text in, a [Request] out: which machine, which code, which wish.
///
/// Never knows: the manuals.
@NullMarked
package dev.andon.node.dialog;

import org.jspecify.annotations.NullMarked;
