package dev.andon.node.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.config.register.Part;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class VocabularyLintTest {
    private static final List<String> KNOWN =
            List.of(
                    "press", "filler", "labeler", "one", "two", "four", "e", "x", "p", "l", "c",
                    "layer", "sheet", "missing", "suction", "cup", "echo", "forty", "big");

    private final VocabularyLint lint = new VocabularyLint(KNOWN);

    @Test
    void findsNothingWhereAllCanBeHeard() {
        assertThat(lint.of(plant("Press one", List.of("big press"), "E-42", "Layer sheet missing")))
                .isEmpty();
    }

    @Test
    void namesTheUnknownWordsAndSaysWhatElseIsHeard() {
        LintFinding finding = only(plant("Depalletiser", List.of("press"), "E-42", "Layer sheet"));
        assertThat(finding.what()).isEqualTo("machine");
        assertThat(finding.written()).isEqualTo("Depalletiser");
        assertThat(finding.words()).containsExactly("depalletiser");
        assertThat(finding.unreachable()).isFalse();
    }

    @Test
    void marksAMachineThatNothingIsHeardOf() {
        assertThat(only(plant("Zzyzx", List.of(), "E-42", "Layer sheet")).unreachable()).isTrue();
    }

    @Test
    void proposesTheOtherSpellingTwoWordsOrWhatIsWrittenAlike() {
        assertThat(only(plant("Labeller", List.of(), "E-42", "Layer sheet")).proposals())
                .contains("labeler");
        assertThat(only(plant("Bigpress", List.of(), "E-42", "Layer sheet")).proposals())
                .contains("big press");
        assertThat(only(plant("peco", List.of(), "E-42", "Layer sheet")).proposals()).isNotEmpty();
    }

    @Test
    void reachesAFaultByItsCodeOrByItsName() {
        assertThat(only(plant("Press", List.of(), "E-42", "Dosing jam")).unreachable()).isFalse();
        assertThat(only(plant("Press", List.of(), "E-99", "Layer sheet")).unreachable()).isFalse();
        assertThat(lint.of(plant("Press", List.of(), "E-99", "Dosing jam")))
                .hasSize(2)
                .allMatch(LintFinding::unreachable);
    }

    @Test
    void saysWhatCannotBeSaidInEnglish() {
        LintFinding finding = only(plant("Пресс", List.of(), "E-42", "Layer sheet"));
        assertThat(finding.words()).isEmpty();
        assertThat(finding.proposals()).isEmpty();
        assertThat(finding.unreachable()).isTrue();
    }

    @Test
    void proposesAFewFormsOfALongName() {
        String name = String.join(" ", Collections.nCopies(20, "bigpress labeller"));
        assertThat(only(plant(name, List.of(), "E-42", "Layer sheet")).proposals())
                .hasSizeBetween(1, 3);
    }

    private LintFinding only(AssetRegister plant) {
        List<LintFinding> findings = lint.of(plant);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static AssetRegister plant(
            String machine, List<String> aliases, String code, String fault) {
        return new AssetRegister(
                "test",
                "Test",
                List.of(),
                List.of(
                        new Machine(
                                "machine-1",
                                machine,
                                aliases,
                                "line-1",
                                "press",
                                "PX",
                                "",
                                List.of(new FaultCode(code, fault, List.of())),
                                List.of(new Part("P-1", "Suction cup", List.of())))));
    }
}
