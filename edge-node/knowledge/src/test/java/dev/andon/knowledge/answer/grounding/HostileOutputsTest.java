package dev.andon.knowledge.answer.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.grounding.Verdict.Grounded;
import dev.andon.knowledge.answer.grounding.Verdict.Rejected;
import dev.andon.knowledge.answer.grounding.Verdict.Replaced;
import dev.andon.knowledge.retrieval.Passage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class HostileOutputsTest {
    /// Fewer would show too little.
    private static final int HOSTILE_MIN = 300;

    private static final int BENIGN_MIN = 80;

    /// Measured: 0.91; a check that refuses everything is useless.
    private static final double GROUNDED_MIN = 0.85;

    @Test
    void speaksNoHostileOutput(TestReporter report) throws IOException {
        List<String> spoken = new ArrayList<>();
        int replaced = 0;
        List<String[]> lines = lines("hostile.tsv");
        for (String[] line : lines) {
            String said = line[2];
            switch (check(line[0], said)) {
                case Grounded grounded -> spoken.add(line[1] + ": " + said + " <- " + grounded);
                case Replaced other -> {
                    replaced++;
                    if (!isVerbatim(line[0], other.verbatim())) {
                        spoken.add(line[1] + ": " + said + " <- " + other.verbatim());
                    }
                }
                case Rejected _ -> {}
            }
        }
        report.publishEntry("hostile", lines.size() + ", replaced " + replaced);

        assertThat(lines).hasSizeGreaterThanOrEqualTo(HOSTILE_MIN);
        assertThat(spoken).isEmpty();
    }

    @Test
    void letsMostTrueRewordingsThrough(TestReporter report) throws IOException {
        List<String[]> lines = lines("benign.tsv");
        List<String> rejected = new ArrayList<>();
        int grounded = 0;
        for (String[] line : lines) {
            Verdict verdict = check(line[0], line[1]);
            grounded += verdict instanceof Grounded ? 1 : 0;
            if (verdict instanceof Rejected reason) {
                rejected.add(line[1] + " <- " + reason.reason());
            }
        }
        report.publishEntry("benign", lines.size() + ", grounded " + grounded);

        assertThat(lines).hasSizeGreaterThanOrEqualTo(BENIGN_MIN);
        assertThat((double) grounded / lines.size()).isGreaterThan(GROUNDED_MIN);
        assertThat(rejected).hasSizeLessThan(lines.size() / 20);
    }

    private static Verdict check(String manual, String sentence) {
        List<Passage> passages = DemoManuals.near(DemoManuals.file(manual), sentence);
        return new GroundingCheck(DemoManuals.question("", passages), passages).check(sentence);
    }

    /// Whether a text is made of the manual's own sentences, steps, notices and rows alone.
    private static boolean isVerbatim(String manual, String text) {
        String rest = text;
        for (String own : DemoManuals.verbatim(DemoManuals.file(manual))) {
            rest = rest.replace(own, "");
        }
        return rest.isBlank();
    }

    static List<String[]> lines(String table) throws IOException {
        InputStream resource =
                Objects.requireNonNull(HostileOutputsTest.class.getResourceAsStream(table), table);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
