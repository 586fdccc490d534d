/// The running text of a manual in, its language out: [NgramDetector]. Never knows: manuals,
/// formats.
@NullMarked
package dev.andon.knowledge.corpus.language;

import org.jspecify.annotations.NullMarked;
