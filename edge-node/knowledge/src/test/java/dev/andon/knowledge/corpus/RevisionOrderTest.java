package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.RevisionOrder.Filed;
import dev.andon.knowledge.corpus.RevisionOrder.Supersedes;
import dev.andon.knowledge.corpus.RevisionOrder.Undecided;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;

class RevisionOrderTest {
    @ParameterizedTest
    @CsvSource({
        "A, B",
        "Z, AA",
        "C, C1",
        "C, rev. D",
        "Rev. C, Revision D",
        "9, 10",
        "2.9, 2.10",
        "2, 2.0.1",
        "1.0a, 1.0b",
        "V1.2, V1.10",
        "12/2023, 01/2024",
        "15.12.2023, 02.01.2024",
        "2024-03, 2025-01"
    })
    void laterRevisionSupersedesTheEarlier(String earlier, String later) {
        Filed old = filed(earlier, "old.pdf");
        Filed young = filed(later, "new.pdf");

        assertThat(RevisionOrder.compare(old, young)).isEqualTo(new Supersedes(young, old));
        assertThat(RevisionOrder.compare(young, old)).isEqualTo(new Supersedes(young, old));
    }

    @ParameterizedTest
    @CsvSource({"A, a", "2, 2.0", "Rev. 3, 3", "A, 1", "draft, final", "?, A"})
    void revisionsWithoutAnOrderAreLeftToAPerson(String one, String other) {
        assertThat(RevisionOrder.compare(filed(one, "a.pdf"), filed(other, "b.pdf")))
                .isInstanceOf(Undecided.class);
    }

    @Test
    void anUnknownRevisionIsNeverGuessedAndTheProblemNamesBothFiles() {
        var standing = RevisionOrder.compare(filed(null, "a.pdf"), filed("B", "b.pdf"));

        assertThat(((Undecided) standing).problem())
                .contains("a.pdf (revision unknown)", "b.pdf (revision B)", "a.pdf.andon.yaml");
    }

    private static Filed filed(@Nullable String revision, String file) {
        LocalDate date = LocalDate.of(2025, 1, file.length());
        return new Filed(new Manual("m", "M", revision, null, List.of(), date), file);
    }
}
