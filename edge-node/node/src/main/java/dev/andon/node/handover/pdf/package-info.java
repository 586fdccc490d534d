/// A handover on paper.
///
/// In: the page as text. Out: a PDF file, whole or not at all. Never knows: what a handover is made
/// of.
@NullMarked
package dev.andon.node.handover.pdf;

import org.jspecify.annotations.NullMarked;
