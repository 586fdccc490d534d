package dev.andon.node.dialog.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Open an incident, please! | open an incident please
                    l'étape | l etape
                    E-42: 2.5 bar at 7:30. | e 42 2.5 bar at 7:30
                    Straße, Œuvre | strasse oeuvre
                    Palletiser´s | palletiser s
                    """)
    void comparesSmallLettersWithoutAccentsAndSigns(String text, String words) {
        assertThat(Tokens.of(text)).containsExactly(words.split(" "));
    }

    @Property(tries = 500, seed = "4711")
    void hasAWrittenFormForEveryWord(@ForAll @StringLength(max = 40) String text) {
        assertThat(Tokens.written(text)).hasSameSizeAs(Tokens.of(text));
    }
}
