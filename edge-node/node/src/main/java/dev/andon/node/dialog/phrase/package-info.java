/// The phrase sets: data files a language that say which words mean what, and the matching of words
/// against them. Words in, the meanings that fit out.
///
/// Never knows: the register, the log, what was said before.
@NullMarked
package dev.andon.node.dialog.phrase;

import org.jspecify.annotations.NullMarked;
