/// Tests of how an answer sounds.
@NullMarked
package dev.andon.knowledge.answer.speech;

import org.jspecify.annotations.NullMarked;
