package dev.andon.knowledge.answer;

import dev.andon.knowledge.retrieval.Citation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What Andon says to a question.
public sealed interface Reply {
    /// For the screen: the whole reply as written text.
    String text();

    /// For the voice: sentences in order, still with digits and codes (`SpokenForm` says them).
    /// They differ from the text where a quote cannot be read, as in a language without a voice.
    List<String> sentences();

    /// The manual answers.
    ///
    /// @param citations at least one, best first
    /// @param mode who chose the words
    record Answer(String text, List<String> sentences, List<Citation> citations, Mode mode)
            implements Reply {
        public Answer {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
        }
    }

    /// The manuals do not answer.
    ///
    /// @param missing what was not found, in a few words
    /// @param nearest the section that comes closest, if any does
    record Refusal(String text, List<String> sentences, String missing, @Nullable Citation nearest)
            implements Reply {
        public Refusal {
            sentences = List.copyOf(sentences);
        }
    }

    /// The question fits more than one thing.
    ///
    /// @param choices as a person would name them
    record Clarification(String text, List<String> sentences, List<String> choices)
            implements Reply {
        public Clarification {
            sentences = List.copyOf(sentences);
            choices = List.copyOf(choices);
        }
    }

    /// Who chose the words of an answer.
    enum Mode {
        /// The passage itself.
        QUOTE,
        /// A language model.
        MODEL
    }
}
