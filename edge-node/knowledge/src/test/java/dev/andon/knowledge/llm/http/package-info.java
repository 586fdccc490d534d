/// Tests of a language model on a server, against a server that does as it is told.
@NullMarked
package dev.andon.knowledge.llm.http;

import org.jspecify.annotations.NullMarked;
