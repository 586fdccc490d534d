/// A question in, the ten best passages out.
///
/// Keyword, code and [VectorSearch] each give a ranking; [RankFusion] makes one of them; each
/// passage carries the [Evidence] that the answerer decides on and the [Section] that it is cut
/// from. Never knows: how the question was heard or how the answer will be said, nor SQL (that is
/// `retrieval.sqlite`).
@NullMarked
package dev.andon.knowledge.retrieval;

import org.jspecify.annotations.NullMarked;
