package dev.andon.node.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class QuestionSetTest {
    private static final QuestionSet SET = new QuestionSet("demo", "mine.jsonl");

    @Test
    void readsTheQuestionsOfTheDemonstration() {
        ExamQuestion question =
                SET.read(
                                """
                                {"id":"typed-numeric-1","text":"How tight?","machine":"press-1",\
                                "expect":{"kind":"answer","manual":"hp63","revision":"2","page":"5",\
                                "contains":["44"]}}
                                """)
                        .getFirst();
        assertThat(question.category()).isEqualTo(Category.NUMERIC);
        assertThat(question.half()).isEqualTo(ExamQuestion.Half.TUNE);
        assertThat(question.machine()).isEqualTo("press-1");
        assertThat(question.expect().pages()).containsExactly("5");
        assertThat(question.expect().revision()).isEqualTo("2");
    }

    @Test
    void readsLinesThatNameTheQuestionAndThePageOtherwise() {
        ExamQuestion question =
                SET.read(
                                """
                                {"id":"D01","question":"Why?","expected_heading":"Errors",\
                                "pdf_page":255}
                                """)
                        .getFirst();
        assertThat(question.text()).isEqualTo("Why?");
        assertThat(question.expect().answerable()).isTrue();
        assertThat(question.expect().pdfPages()).containsExactly("255");
        assertThat(question.expect().headings()).containsExactly("Errors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"a\"}", "not json", "{\"text\":\"a\",\"category\":\"easy\"}"})
    void namesTheLineThatIsNoQuestion(String line) {
        assertThatThrownBy(() -> SET.read("\n" + line))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("mine.jsonl, line 2");
    }

    @ParameterizedTest
    @EnumSource(Corpus.class)
    void hasQuestionsWithIdsOfTheirOwnInBothHalves(Corpus corpus) {
        List<ExamQuestion> questions = corpus.questions();
        assertThat(questions).extracting(ExamQuestion::id).doesNotHaveDuplicates();
        assertThat(questions)
                .extracting(ExamQuestion::half)
                .contains(ExamQuestion.Half.TUNE, ExamQuestion.Half.TEST);
        assertThat(questions)
                .filteredOn(question -> question.expect().answerable())
                .extracting(ExamQuestion::expect)
                .noneMatch(expect -> expect.pages().isEmpty() && expect.pdfPages().isEmpty());
    }

    @Test
    void asksTheLargeManualAtLeastAHundredAndFiftyTimes() {
        List<ExamQuestion> questions = Corpus.LINUXCNC.questions();
        assertThat(questions).hasSizeGreaterThanOrEqualTo(150);
        assertThat(questions)
                .filteredOn(question -> question.category() == Category.UNANSWERABLE)
                .hasSizeGreaterThanOrEqualTo(40);
    }
}
