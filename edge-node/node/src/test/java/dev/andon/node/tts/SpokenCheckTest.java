package dev.andon.node.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualReaders;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.markdown.MarkdownReader;
import dev.andon.knowledge.corpus.pdf.PdfReader;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measures;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class SpokenCheckTest {
    private static final Path MANUALS = Path.of("../../device-config/demo/manuals");

    private final SpokenForm form = SpokenForm.english();
    private final SpokenCheck check = new SpokenCheck(form);

    @Property(tries = 1_000, seed = "20261122")
    void saysEveryMeasureSoThatItIsHeardAsWritten(@ForAll("measures") String written) {
        assertThat(measures(written)).hasSize(1);
        assertThat(measures(form.say(written)))
                .as("%s, said as: %s", written, form.say(written))
                .isEqualTo(measures(written));
    }

    @Provide
    Arbitrary<String> measures() {
        Arbitrary<String> figure =
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal(99_999))
                        .ofScale(3)
                        .map(value -> value.stripTrailingZeros().toPlainString());
        Arbitrary<String> sign = Arbitraries.of("", "", "", "-");
        Arbitrary<String> relation =
                Arbitraries.of("", "", "", "at least ", "max. ", "min. ", "≥ ", "<= ", "about ");
        Arbitrary<String> behind = Arbitraries.of("", "", " at most", " or more");
        Arbitrary<String> unit =
                Arbitraries.of(
                        "N·m", "Nm", "N.m", "bar", "mbar", "kPa", "MPa", "psi", "mm", "µm", "cm",
                        "m", "°C", "°F", "K", "V", "V DC", "V AC", "mV", "A", "mA", "W", "kW", "Hz",
                        "kHz", "rpm", "min⁻¹", "1/min", "%", "l", "ml", "l/min", "m³/h", "kg", "g",
                        "t", "s", "ms", "min", "h", "dB(A)", "mm/s", "m/s", "°", "mm²", "kg/m³",
                        "ft-lb", "in-lb", "Ω", "kΩ", "litres", "hours", "days", "turns", "cycles");
        return Combinators.combine(relation, sign, figure, unit, behind)
                .as(
                        (before, minus, number, of, after) ->
                                before
                                        + minus
                                        + number
                                        + " "
                                        + of
                                        + (before.isEmpty() ? after : ""));
    }

    @Property(tries = 300, seed = "20261122")
    void saysEveryRangeSoThatItIsHeardAsWritten(@ForAll("ranges") String written) {
        assertThat(measures(written)).hasSize(1);
        assertThat(check.keepsMeasures(written))
                .as("%s, said as: %s", written, form.say(written))
                .isTrue();
    }

    @Provide
    Arbitrary<String> ranges() {
        Arbitrary<Integer> low = Arbitraries.integers().between(1, 900);
        Arbitrary<Integer> more = Arbitraries.integers().between(1, 900);
        Arbitrary<String> joint = Arbitraries.of(" to ", "-", " – ", "...", " ± ");
        Arbitrary<String> unit = Arbitraries.of("N·m", "bar", "mm", "°C", "V", "rpm", "%");
        return Combinators.combine(low, more, joint, unit)
                .as((from, by, to, of) -> from + to + (from + by) + " " + of);
    }

    @Test
    void saysTheFiguresOfTheDemoManualsAsTheyAreWritten() {
        List<String> refused = new ArrayList<>();
        List<String> texts = demoTexts();
        texts.stream().filter(text -> !check.keepsMeasures(text)).forEach(refused::add);

        // A grease with a formula in its name (MoS2) can be heard in two ways.
        assertThat(texts).hasSizeGreaterThan(700);
        assertThat(refused).hasSizeLessThanOrEqualTo(2).allMatch(text -> text.contains("MoS2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratio 1:20", "item 5 250 Nm", "4x M8x20 12.9"})
    void refusesWhatCanBeHeardInTwoWays(String written) {
        assertThat(check.keepsMeasures(written)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "E-42, E42",
        "E042, E042",
        "E-421, E421",
        "E-400, E400",
        "E-412, E412",
        "F7001, F7001",
        "P-318, P318",
        "press-3, PRESS3",
        "M8, M8",
        "IP54, IP54",
        "V3.2, V32",
        "6ES7 315-2EH14, 6ES73152EH14",
        "6204-2RS, 62042RS",
        "HP63-1004-02, HP63100402",
        "HF-30, HF30",
    })
    void saysACodeSoThatItIsHeardDigitByDigit(String code, String heard) {
        assertThat(HeardCodes.of(form.say(code)).has(heard))
                .as("%s, said as: %s", code, form.say(code))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"E forty two, E4", "E forty two, E402", "E four two one, E42", "M eight, M18"})
    void hearsNoOtherCode(String said, String other) {
        assertThat(HeardCodes.of(said).has(other)).isFalse();
    }

    @Test
    void saysThatAWordCouldNotBeRead() {
        assertThat(form.say("Torque […] N·m")).isEqualTo("Torque, illegible, newton meters");
        assertThat(measures(form.say("Torque 2[…] N·m"))).isNotEqualTo(measures("Torque 2 N·m"));
    }

    private static List<String> demoTexts() {
        ManualReaders readers = new ManualReaders(List.of(new PdfReader(), new MarkdownReader()));
        return Stream.of(
                        "press-hp63-service.md",
                        "compressor-ac37-service.md",
                        "filler-fm48-service.pdf",
                        "labeller-lb30-service.pdf",
                        "palletiser-px200-service-c.pdf")
                .map(file -> readers.read(MANUALS.resolve(file), DeclaredManual.NOTHING))
                .flatMap(content -> content.blocks().stream())
                .flatMap(SpokenCheckTest::texts)
                .toList();
    }

    private static Stream<String> texts(Block block) {
        return switch (block) {
            case Block.Table table ->
                    table.rows().stream().map(row -> PassageText.rowText(table, row));
            case Block.Heading(_, var text, _) -> Stream.of(text);
            case Block.Step(_, var text, _) -> Stream.of(text);
            default -> PassageText.render(List.of(block)).lines();
        };
    }

    private static List<Measure> measures(String text) {
        return Measures.in(text).stream().map(Measures.Found::measure).toList();
    }
}
