/// How well Andon answers, measured: [AnswersEvaluation] asks the questions of the [QuestionSet]s
/// through the real turn, typed and spoken, [Judgement] compares each reply with what was expected,
/// [Scores] makes figures of the judgements and [AnswersPage] a page with pictures.
///
/// The questions stand beside this package in the resources, one JSON object a line; the form is
/// told in their `README.md`. The manuals that they ask come from the distribution's packages when
/// the evaluation runs; none is part of Andon.
@NullMarked
package dev.andon.node.eval;

import org.jspecify.annotations.NullMarked;
