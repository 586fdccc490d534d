/// Tests of the supervised llama.cpp child, with a tiny model that is written on the spot.
@NullMarked
package dev.andon.knowledge.llm.llamacpp;

import org.jspecify.annotations.NullMarked;
