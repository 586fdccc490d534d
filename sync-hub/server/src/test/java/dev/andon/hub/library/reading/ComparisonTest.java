package dev.andon.hub.library.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.library.LibraryFixture;
import dev.andon.hub.library.reading.RevisionDiff.Change;
import dev.andon.knowledge.corpus.DeclaredManual;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ComparisonTest {
    private static ManualReading reading;
    private static RevisionDiff palletiser;

    @TempDir Path folder;

    @BeforeAll
    static void readBothRevisions() {
        reading = ManualReading.open(LibraryFixture.models(), "e5-small-v2-q");
        palletiser =
                Comparison.of(
                        reading.read(LibraryFixture.PX200_B, DeclaredManual.NOTHING),
                        reading.read(LibraryFixture.PX200_C, DeclaredManual.NOTHING));
    }

    @AfterAll
    static void close() {
        reading.close();
    }

    @Test
    void namesEveryTorqueThatChanged() {
        assertThat(palletiser.values())
                .filteredOn(value -> value.change() == Change.CHANGED)
                .anySatisfy(
                        value -> {
                            assertThat(value.what()).contains("Chain tensioner lock nut");
                            assertThat(value.before()).contains("95");
                            assertThat(value.after()).contains("120");
                            assertThat(value.page()).isNotEmpty();
                        })
                .anySatisfy(
                        value -> {
                            assertThat(value.what()).contains("Hoist brake air gap");
                            assertThat(value.before()).contains("0.60");
                            assertThat(value.after()).contains("0.40");
                        });
    }

    @Test
    void namesFaultsWithOtherRemedies() {
        assertThat(palletiser.faults())
                .anySatisfy(
                        fault -> {
                            assertThat(fault.change()).isEqualTo(Change.CHANGED);
                            assertThat(fault.before()).doesNotContain("both locking pins first");
                            assertThat(fault.after()).contains("both locking pins first");
                        });
    }

    @Test
    void countsWhatStayed() {
        assertThat(palletiser.passagesSame()).isGreaterThan(palletiser.passagesNew());
        assertThat(palletiser.sections()).isNotEmpty();
    }

    @Test
    void findsNothingBetweenTwins() {
        ReadManual one = reading.read(LibraryFixture.PX200_C, DeclaredManual.NOTHING);
        assertThat(Comparison.of(one, one).same()).isTrue();
    }

    @Test
    void tellsSectionsThatCameAndWentAndThoseThatOnlyMoved() throws IOException {
        RevisionDiff diff =
                Comparison.of(
                        read("# 1 Belt\n\nCheck it.\n\n# 2 Pump\n\nOil it.\n"),
                        read("# 1 Pump\n\nOil it.\n\n# 2 Motor\n\nTurn it off.\n"));
        assertThat(diff.sections())
                .extracting(section -> section.change() + " " + section.path().getLast())
                .containsExactly("REMOVED 1 Belt", "ADDED 2 Motor");
    }

    @Test
    void tellsNoticesThatWent() throws IOException {
        RevisionDiff diff =
                Comparison.of(
                        read("# Pump\n\n> **WARNING**: Hot oil. Wear gloves.\n\nOpen the lid.\n"),
                        read("# Pump\n\nOpen the lid.\n"));
        assertThat(diff.notices())
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.change()).isEqualTo(Change.REMOVED);
                            assertThat(notice.text()).contains("Hot oil");
                        });
    }

    private ReadManual read(String markdown) throws IOException {
        Path file = Files.createTempDirectory(folder, "manual").resolve("pump.md");
        Files.writeString(file, markdown);
        return reading.read(file, DeclaredManual.NOTHING);
    }
}
