package dev.andon.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.speech.AnswerText;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Question;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whatever is asked: no reply has a number that the manual or, in a refusal, the question has not.
final class NumbersTest {
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

    @Property(tries = 300, seed = "42")
    void everyNumberOfAReplyIsTheManuals(@ForAll("questions") Question question) {
        Reply reply =
                new QuoteAnswerer(Set.of("en")).answer(question, DemoPassages.retrieve(question));
        Set<String> known = new HashSet<>();
        switch (reply) {
            case Reply.Answer answer -> answer.citations().forEach(c -> known.addAll(numbers(c)));
            case Reply.Refusal refusal -> {
                known.addAll(numbers(question.text()));
                if (refusal.nearest() != null) {
                    known.addAll(numbers(refusal.nearest()));
                }
            }
            case Reply.Clarification _, Reply.Statement _ ->
                    DemoPassages.ALL.forEach(
                            passage -> {
                                known.addAll(numbers(passage.text()));
                                known.addAll(numbers(passage.manual().models().toString()));
                            });
        }
        assertThat(known).containsAll(numbers(reply.text()));
        assertThat(known).containsAll(numbers(String.join(" ", reply.sentences())));
    }

    @Property(tries = 150, seed = "7")
    void noReplyIsLongerThanAVoiceMaySay(@ForAll("questions") Question question) {
        Reply reply =
                new QuoteAnswerer(Set.of("en")).answer(question, DemoPassages.retrieve(question));
        boolean procedure = reply.text().matches("(?s)(?:WARNING|NOTICE).*");
        int words = Sentences.words(String.join(" ", reply.sentences()));
        assertThat(words).isLessThanOrEqualTo(procedure ? 45 : AnswerText.SPOKEN_WORDS_MAX);
    }

    private static Set<String> numbers(Citation citation) {
        return numbers(
                String.join(
                        " ",
                        citation.quote(),
                        citation.heading(),
                        citation.manual().title(),
                        String.valueOf(citation.manual().revision()),
                        String.valueOf(citation.page().printed())));
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            numbers.add(digits.group());
        }
        return numbers;
    }

    @Provide
    Arbitrary<Question> questions() {
        Arbitrary<String> words =
                Arbitraries.of(
                        "what",
                        "how",
                        "do",
                        "I",
                        "torque",
                        "pressure",
                        "clearance",
                        "hoist",
                        "motor",
                        "bolts",
                        "M10",
                        "M8",
                        "M16",
                        "E-42",
                        "E-12",
                        "dry",
                        "lubricated",
                        "maximum",
                        "minimum",
                        "chain",
                        "brake",
                        "replace",
                        "adjust",
                        "suction",
                        "cups",
                        "tension",
                        "oil",
                        "gearbox",
                        "temperature",
                        "air",
                        "supply",
                        "7",
                        "392",
                        "PX-220",
                        "fault",
                        "layer",
                        "sheet",
                        "crank",
                        "length",
                        "stroke");
        Arbitrary<String> text =
                words.list().ofMinSize(2).ofMaxSize(8).map(w -> String.join(" ", w));
        Arbitrary<List<String>> models =
                Arbitraries.of(List.of(), List.of("PX-200"), List.of("FM-48"), List.of("PR-10"));
        return Combinators.combine(text, models)
                .as((asked, of) -> new Question(asked, null, of, "en"));
    }
}
