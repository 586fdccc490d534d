/// A language model on this machine through llama.cpp: a prompt in, pieces of text out.
///
/// The binding can end, hang or leak the process that it runs in, so it runs in a child JVM.
/// [LlamaModel] is the parent's side: it starts [LlamaChild], speaks [Wire] with it, watches it,
/// and starts it anew. Only `LlamaEngine` touches the binding, and only in the child.
/// Never knows: manuals, questions, retrieval.
@NullMarked
package dev.andon.knowledge.llm.llamacpp;

import org.jspecify.annotations.NullMarked;
