/// Tests of answering: hand-made passages in, replies out.
@NullMarked
package dev.andon.knowledge.answer.candidate;

import org.jspecify.annotations.NullMarked;
