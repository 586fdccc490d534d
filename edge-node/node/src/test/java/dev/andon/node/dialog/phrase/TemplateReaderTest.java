package dev.andon.node.dialog.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    go on; go on
                    [please] go; go, please go
                    (go|carry) on; go on, carry on
                    go|carry on; go, carry on
                    [[very] slow] go; go, slow go, very slow go
                    open (on|[right] at) {machine}; open on {machine}, open at {machine}, open right at {machine}
                    """)
    void readsWhatMayBeLeftOutAndWhatIsOneOfSeveral(String template, String phrases) {
        assertThat(Expansions.of(TemplateReader.read(template)))
                .containsExactlyInAnyOrder(phrases.split(", "));
    }
}
