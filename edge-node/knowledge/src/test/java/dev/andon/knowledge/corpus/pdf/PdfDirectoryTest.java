package dev.andon.knowledge.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.PassageText;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Tables of contents as manuals print them are no passages.
class PdfDirectoryTest {
    private static final List<String> TITLES =
            List.of(
                    "1 Safety",
                    "1.1 Hazards of the press",
                    "1.2 Lock-out",
                    "2 Tightening torques",
                    "3 Faults",
                    "3.1 Fault codes",
                    "3.2 Faults without a code",
                    "4 Repair");

    @TempDir private Path folder;
    private PdfDraft draft;

    @BeforeEach
    void begin() throws IOException {
        draft = new PdfDraft();
    }

    @AfterEach
    void end() throws IOException {
        draft.close();
    }

    @Test
    void leavesOutTwoColumnsWithoutLeadersBelowTheirHeading() throws IOException {
        draft.bookmark(1, "Contents", 60).text(PdfDraft.BOLD, 16, 60, 70, "Contents");
        for (int i = 0; i < 4; i++) {
            draft.text(60, 100 + 14 * i, TITLES.get(i));
            draft.text(320, 100 + 14 * i, TITLES.get(i + 4));
        }
        assertThat(passages(true)).containsExactlyElementsOf(body());
    }

    @Test
    void leavesOutLeadersWithoutAHeadingAndWithoutAnOutline() throws IOException {
        for (int i = 0; i < TITLES.size(); i++) {
            draft.text(60, 100 + 14 * i, TITLES.get(i));
            draft.text(300, 100 + 14 * i, " . . . . . . . . . . . . . . . . ");
            draft.text(500, 100 + 14 * i, "" + (i + 1));
        }
        assertThat(passages(false)).containsExactlyElementsOf(body());
    }

    @Test
    void leavesOutBoldChaptersWithTheirPagesAndWithoutAnOutline() throws IOException {
        draft.text(PdfDraft.BOLD, 16, 60, 70, "Contents");
        for (int i = 0; i < TITLES.size(); i++) {
            boolean chapter = !TITLES.get(i).contains(".");
            draft.text(
                    chapter ? PdfDraft.BOLD : PdfDraft.PLAIN,
                    10,
                    60,
                    100 + 20 * i,
                    TITLES.get(i) + " ..................... " + (i + 1));
        }
        assertThat(passages(false)).containsExactlyElementsOf(body());
    }

    private static List<String> body() {
        return TITLES.stream().map(title -> "All there is to say of this.").toList();
    }

    /// The texts of the passages of the draft with a page for each title.
    private List<String> passages(boolean outline) throws IOException {
        for (String title : TITLES) {
            draft.page().text(PdfDraft.BOLD, 16, 60, 70, title);
            draft.text(60, 110, "All there is to say of this.");
            if (outline) {
                draft.bookmark(1, title, 60);
            }
        }
        Path file = draft.save(folder.resolve("manual.pdf"));
        return new Chunker()
                .chunk(new PdfReader().read(file, DeclaredManual.NOTHING)).stream()
                        .map(Chunk::blocks)
                        .map(PassageText::render)
                        .toList();
    }
}
