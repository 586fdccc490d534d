@NullMarked
package dev.andon.knowledge.answer.grounding;

import org.jspecify.annotations.NullMarked;
