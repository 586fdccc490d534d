package dev.andon.node.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.node.bench.Figure;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

/// A question for the torque of an M8 bolt of the press; M10 needs 44, and so does the filler.
class JudgementTest {
    @Test
    void findsNothingWrongWithTheRightAnswer() {
        Judgement right = judged(answer("The torque is 22 N·m.", "hp63", "2", "5"));
        assertThat(right.faults()).isEmpty();
        assertThat(right.wrongMachine()).isFalse();
        assertThat(right.wrongRevision()).isFalse();
    }

    @Test
    void callsTheValueOfAnotherRowAnAnswerAboutAnotherPart() {
        Judgement swapped = judged(answer("The torque is 44 N·m.", "hp63", "2", "5"));
        assertThat(swapped.wrongMachine()).isTrue();
        assertThat(swapped.valuesExact()).isFalse();
        assertThat(swapped.faults()).containsExactly("lacks 22", "says 44");
    }

    @Test
    void seesAnotherMachinesManualAndAnotherRevision() {
        assertThat(judged(answer("It is 22.", "fm48", "2", "5")).wrongMachine()).isTrue();
        Judgement old = judged(answer("It is 22.", "hp63", "1", "5"));
        assertThat(old.wrongMachine()).isFalse();
        assertThat(old.wrongRevision()).isTrue();
    }

    @Test
    void countsARefusalOfWhatCanBeAnswered() {
        List<Figure> figures =
                new Scores(
                                "answers",
                                List.of(
                                        judged(new Reply.Refusal("No.", List.of(), "it", null)),
                                        judged(answer("It is 22.", "hp63", "2", "5"))))
                        .figures();
        assertThat(value("answers.false_refusals", figures)).isEqualTo(0.5);
        assertThat(value("answers.numeric_exact", figures)).isEqualTo(1);
        assertThat(value("answers.citation_page_exact", figures)).isEqualTo(1);
        assertThat(value("answers.hit5", figures)).isZero();
        assertThat(figures).extracting(Figure::name).doesNotContain("answers.refused_unanswerable");
    }

    @Test
    void escapesWhatIsShown() {
        Judgement judged = judged(answer("<script>alert(1)</script> 44", "hp63", "2", "5"));
        String page =
                new AnswersPage(new AnswersReport(List.of(judged), List.of("a & b"), null, null, 1))
                        .html();
        assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;", "a &amp; b", "<svg");
        assertThat(page).doesNotContain("{{");
    }

    private static double value(String name, List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findAny()
                .orElseThrow()
                .value();
    }

    private static Reply answer(String text, String manual, String revision, String page) {
        Citation citation =
                new Citation(
                        new Manual(manual, "A manual", revision, "en", List.of(), null),
                        new PageRef(page, 0),
                        "Torques",
                        text);
        return new Reply.Answer(text, List.of(text), List.of(citation), Reply.Mode.QUOTE);
    }

    private static Judgement judged(@Nullable Reply reply) {
        ExamQuestion question =
                new ExamQuestion(
                        "n-1",
                        "demo",
                        ExamQuestion.Half.TUNE,
                        Category.NUMERIC,
                        "en",
                        false,
                        "How tight must the M8 bolt be?",
                        "press-1",
                        new Expectation(
                                "answer",
                                "hp63",
                                "2",
                                List.of("5"),
                                List.of(),
                                List.of(),
                                List.of("22"),
                                List.of("44")));
        Asked asked =
                new Asked(question, false, null, reply, List.of("Said."), List.of(), null, null);
        return new Judgement(asked, "HP-63");
    }
}
