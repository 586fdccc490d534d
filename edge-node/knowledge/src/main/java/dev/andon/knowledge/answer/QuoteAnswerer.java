package dev.andon.knowledge.answer;

import dev.andon.knowledge.answer.candidate.Candidate;
import dev.andon.knowledge.answer.candidate.Match;
import dev.andon.knowledge.answer.decision.Choice;
import dev.andon.knowledge.answer.decision.Consideration;
import dev.andon.knowledge.answer.decision.RefusalRule.Finding;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.speech.AnswerText;
import dev.andon.knowledge.answer.speech.RefusalText;
import dev.andon.knowledge.answer.speech.ScreenText;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import java.util.List;
import java.util.Set;

/// Answers with the manual's own words: the sentence, the table row or the steps that answer, with
/// page and revision. Deterministic; the default, and the fallback of every model.
///
/// The way of a question:
/// 1. [Asked] reads what is wanted: a fault's meaning, a value, steps, or anything else.
/// 2. [Consideration]: `SymptomRule` finds what a person describes in other words;
///    `RefusalRule` refuses what the passages do not support; `Ranking` takes the passages
///    apart and ranks what may be quoted; `RefusalRule` refuses what no candidate meets.
/// 3. [Choice] answers, or asks back where several fit equally.
/// 4. [AnswerText] words the answer.
///
/// A passage in a language without a voice is named by voice and shown as text. What a passage says
/// is data: nothing in it is ever followed.
public final class QuoteAnswerer implements Answerer {
    private final Set<String> voiceLanguages;

    /// @param voiceLanguages BCP 47 languages that can be spoken, `en`
    public QuoteAnswerer(Set<String> voiceLanguages) {
        this.voiceLanguages = Set.copyOf(voiceLanguages);
    }

    @Override
    public Reply answer(Question question, List<Passage> passages) {
        Asked asked = Asked.read(question);
        return switch (Consideration.of(asked, passages)) {
            case Consideration.Refused(Finding finding) ->
                    refusal(RefusalText.of(asked, finding, passages));
            case Consideration.Fit(List<Match> fit) -> answer(asked, fit);
        };
    }

    private Reply answer(Asked asked, List<Match> fit) {
        return switch (Choice.of(asked, fit)) {
            case Choice.Clear(List<Candidate> chosen) ->
                    answer(AnswerText.of(asked, chosen, voiceLanguages), Reply.Mode.QUOTE);
            case Choice.Unclear unclear -> clarification(asked, unclear);
        };
    }

    /// The languages that can be spoken.
    Set<String> voiceLanguages() {
        return voiceLanguages;
    }

    static Reply.Answer answer(AnswerText said, Reply.Mode mode) {
        return new Reply.Answer(said.text(), said.sentences(), said.citations(), mode, said.rest());
    }

    static Reply.Refusal refusal(RefusalText said) {
        return new Reply.Refusal(said.text(), said.sentences(), said.missing(), said.nearest());
    }

    private static Reply.Clarification clarification(Asked asked, Choice.Unclear unclear) {
        List<String> choices = unclear.choices();
        String last = choices.getLast();
        String others = String.join(", ", choices.subList(0, choices.size() - 1));
        String text = "Which %s: %s or %s?".formatted(unclear.what(), others, last);
        String shown =
                ScreenText.of(asked.language()).map(screen -> screen.which(choices)).orElse(text);
        return new Reply.Clarification(shown, List.of(text), choices);
    }
}
