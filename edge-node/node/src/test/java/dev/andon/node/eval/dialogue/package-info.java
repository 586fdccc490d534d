/// Tests of the evaluation of the dialogue.
@NullMarked
package dev.andon.node.eval.dialogue;

import org.jspecify.annotations.NullMarked;
