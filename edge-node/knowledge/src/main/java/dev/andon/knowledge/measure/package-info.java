/// Figures with their units, read from written or spoken-out text and made comparable: `45 N.m`,
/// `45 Nm` and "forty-five newton metres" are one [Measure].
///
/// In: text. Out: measures. Never knows: manuals, questions.
@NullMarked
package dev.andon.knowledge.measure;

import org.jspecify.annotations.NullMarked;
