package dev.andon.knowledge.answer;

import dev.andon.knowledge.answer.speech.AnswerText;
import dev.andon.knowledge.answer.speech.Saying;
import dev.andon.knowledge.retrieval.Citation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What Andon says.
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
    /// @param rest what the voice goes on with when more is wanted; empty if all was said
    record Answer(
            String text,
            List<String> sentences,
            List<Citation> citations,
            Mode mode,
            List<String> rest)
            implements Reply {
        public Answer {
            rest = List.copyOf(rest);
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
        }

        /// An answer that is said as a whole.
        public Answer(String text, List<String> sentences, List<Citation> citations, Mode mode) {
            this(text, sentences, citations, mode, List.of());
        }

        /// The same answer, going on where the voice stopped; itself if nothing is left.
        public Answer more() {
            if (rest.isEmpty()) {
                return this;
            }
            Saying next = AnswerText.more(rest, citations.getFirst());
            return new Answer(text, next.sentences(), citations, mode, next.rest());
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

    /// What is said of anything but a question: of the log of incidents, of a procedure, of Andon
    /// itself. Where the screen's language has no voice, the sentences are in one that has.
    ///
    /// @param kind what it is, for programs
    /// @param citations where it stands, for a step of a procedure; empty otherwise
    record Statement(Kind kind, String text, List<String> sentences, List<Citation> citations)
            implements Reply {
        public Statement {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
        }

        /// A statement that no manual stands behind.
        public Statement(Kind kind, String text, List<String> sentences) {
            this(kind, text, sentences, List.of());
        }
    }

    /// What a statement is.
    enum Kind {
        /// What will be done after a yes, and only then.
        READ_BACK,
        /// It was done.
        DONE,
        /// A step of a procedure.
        STEP,
        /// Anything else.
        TOLD;

        /// As it stands in JSON.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
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
