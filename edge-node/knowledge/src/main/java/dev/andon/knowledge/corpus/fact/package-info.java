/// What a manual states, as typed facts with the words that they stand on: values, faults,
/// procedures, safety notices.
///
/// In: the blocks of a section and its headings. Out: [Fact]s. Never knows: questions.
@NullMarked
package dev.andon.knowledge.corpus.fact;

import org.jspecify.annotations.NullMarked;
