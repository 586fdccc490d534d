/// Tests of what is found in the blocks of a manual.
@NullMarked
package dev.andon.knowledge.corpus.fact;

import org.jspecify.annotations.NullMarked;
