/// Tests of worded answers: hand-made passages, a model server that does as it is told, the real
/// check of every sentence.
@NullMarked
package dev.andon.knowledge.answer.wording;

import org.jspecify.annotations.NullMarked;
