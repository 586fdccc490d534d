/// Sentence vectors by ONNX Runtime: text in, tokens, one run of the model, a unit vector out.
///
/// [OnnxEmbedder] holds the model and its thread; [WordPiece] or [Unigram] cuts text as the model
/// was trained with, whichever its `tokenizer.json` says. `ai.onnxruntime` appears here only.
@NullMarked
package dev.andon.knowledge.embed.onnx;

import org.jspecify.annotations.NullMarked;
