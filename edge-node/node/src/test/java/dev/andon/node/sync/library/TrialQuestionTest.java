package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TrialQuestionTest {
    private static final String DOCUMENT = "px200-service";

    @TempDir private Path folder;

    @Test
    void readsALineEachAndPassesOverWhatItDoesNotKnow() throws IOException {
        assertThat(
                        read(
                                """
                                {"question": "What is the gap?", "page": "4-12", "later": [1]}

                                {"question": "Why E-42?", "machine": "px-1", "contains": "sheet"}
                                """))
                .containsExactly(
                        new TrialQuestion("What is the gap?", null, "4-12", null),
                        new TrialQuestion("Why E-42?", "px-1", null, "sheet"));
    }

    @Test
    void refusesALineThatIsNoQuestion() {
        assertRefused("{\"question\": \"What", "is not JSON");
        assertRefused("[1]", "is not JSON");
        assertRefused("{\"page\": \"5\"}", "has no question");
        assertRefused("{\"question\": \"  \"}", "has no question");
    }

    @Test
    void refusesMoreThanATrialMayTake() {
        String line = "{\"question\": \"What is the gap?\"}\n";
        assertRefused(line.repeat(TrialQuestion.QUESTIONS_MAX + 1), "more than 200 questions");
        assertRefused(" ".repeat(TrialQuestion.BYTES_MAX + 1), "larger than 1048576 bytes");
    }

    @Test
    void passesAnAnswerFromTheDocument() {
        assertThat(failure(null, null, answer("120 N·m", DOCUMENT, new PageRef(null, 5)))).isNull();
    }

    @Test
    void wantsTheDocumentThatIsTried() {
        assertThat(failure(null, null, answer("120 N·m", "bulletin", PageRef.NONE)))
                .isEqualTo("cites bulletin instead");
    }

    @Test
    void takesAPageAsPrintedOrByItsNumber() {
        Reply reply = answer("120 N·m", DOCUMENT, new PageRef("4-12", 57));
        assertThat(failure("4-12", null, reply)).isNull();
        assertThat(failure("57", null, reply)).isNull();
        assertThat(failure("12", null, reply)).isEqualTo("cites page 4-12 instead of 12");
    }

    @Test
    void looksForTheTextWhateverItsCaseAndWhiteSpace() {
        Reply reply = answer("Tighten  to\n120 N·m.", DOCUMENT, PageRef.NONE);
        assertThat(failure(null, "tighten to 120 n·m", reply)).isNull();
        assertThat(failure(null, "95 N·m", reply)).contains("without \"95 N·m\"");
    }

    @Test
    void passesNothingButAnAnswer() {
        assertThat(failure(null, null, new Reply.Refusal("I find nothing.", List.of(), "", null)))
                .isEqualTo("refused: I find nothing.");
        assertThat(
                        failure(
                                null,
                                null,
                                new Reply.Clarification("Which?", List.of(), List.of("a", "b"))))
                .isEqualTo("asked back: Which?");
    }

    private static @Nullable String failure(
            @Nullable String page, @Nullable String contains, Reply reply) {
        return new TrialQuestion("What is the torque?", null, page, contains)
                .failure(reply, DOCUMENT);
    }

    private static Reply answer(String text, String document, PageRef page) {
        Manual manual =
                new Manual(document, "A title", "C", "en", List.of(), null, DocumentClass.MANUAL);
        return new Reply.Answer(
                text,
                List.of(text),
                List.of(new Citation(manual, page, "Torques", text)),
                Reply.Mode.QUOTE,
                List.of());
    }

    private List<TrialQuestion> read(String lines) throws IOException {
        return TrialQuestion.read(Files.writeString(folder.resolve("questions.jsonl"), lines));
    }

    private void assertRefused(String lines, String why) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOfSatisfying(
                        LibraryException.class, e -> assertThat(e.code()).isEqualTo("not-readable"))
                .hasMessageContaining(why);
    }
}
