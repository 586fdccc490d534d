/// A language model on a server that speaks the OpenAI-compatible API: llama-server, Ollama, vLLM.
///
/// In: a prompt. Out: the server's words as they come. Never knows: what a manual is, or whether
/// its text may leave the box; that was decided before.
@NullMarked
package dev.andon.knowledge.llm.http;

import org.jspecify.annotations.NullMarked;
