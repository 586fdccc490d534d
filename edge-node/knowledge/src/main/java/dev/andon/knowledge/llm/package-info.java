/// Ways to run a language model; each sub-package is one and implements `answer.LanguageModel`.
@NullMarked
package dev.andon.knowledge.llm;

import org.jspecify.annotations.NullMarked;
