package dev.andon.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.dialog.phrase.Tokens;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// Times of day are those of Zurich; what is expected is in universal time where offsets matter.
class SpokenTimeTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    /// A day without a change of the clocks.
    private static final String EVENING = "2026-02-02T20:00";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | just now | 20:00
                    en | right now | 20:00
                    en | ten minutes ago | 19:50
                    en | since twenty five minutes | 19:35
                    en | half an hour ago | 19:30
                    en | a quarter of an hour ago | 19:45
                    en | an hour ago | 19:00
                    en | an hour and a half ago | 18:30
                    en | since two hours and ten minutes | 17:50
                    en | half past seven | 19:30
                    en | quarter to eight | 19:45
                    en | since ten to eight | 19:50
                    en | at twenty five minutes past seven | 19:25
                    en | since seven thirty | 19:30
                    en | at six oh five | 18:05
                    en | seven oh five | 19:05
                    en | at twelve oh five | 12:05
                    en | seven hundred | 19:00
                    en | fourteen hundred | 14:00
                    en | 7:15 | 19:15
                    en | 7pm | 19:00
                    en | seven o'clock in the morning | 07:00
                    en | since noon | 12:00
                    en | midnight | 00:00
                    fr | maintenant | 20:00
                    fr | il y a dix minutes | 19:50
                    fr | depuis une demi-heure | 19:30
                    fr | depuis un quart d'heure | 19:45
                    fr | depuis deux heures et demie | 17:30
                    fr | huit heures moins le quart | 19:45
                    fr | depuis huit heures moins dix | 19:50
                    fr | depuis sept heures et demie | 19:30
                    fr | depuis quatre heures | 16:00
                    fr | depuis six heures | 18:00
                    fr | à sept heures et quart | 19:15
                    fr | à sept heures cinq | 19:05
                    fr | 7h30 | 19:30
                    fr | 14.30 | 14:30
                    fr | à six heures du matin | 06:00
                    fr | depuis midi | 12:00
                    de | gerade eben | 20:00
                    de | vor fünfundzwanzig Minuten | 19:35
                    de | seit einer halben Stunde | 19:30
                    de | vor einer viertel Stunde | 19:45
                    de | halb acht | 19:30
                    de | viertel vor acht | 19:45
                    de | seit zehn vor acht | 19:50
                    de | fünf nach halb acht | 19:35
                    de | um fünf vor halb acht | 19:25
                    de | um sieben Uhr fünf | 19:05
                    de | 14:30 Uhr | 14:30
                    de | seit acht Uhr morgens | 08:00
                    de | seit Mitternacht | 00:00
                    """)
    void takesTheLatestMomentThatHasPassed(String language, String said, String time) {
        assertThat(moment(said, language, local(EVENING)))
                .contains(local(EVENING.substring(0, 11) + time).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-02-02T20:00 | half past eight | 2026-02-02T08:30
                    2026-02-02T08:00 | half past eight | 2026-02-01T20:30
                    2026-02-02T08:00 | fourteen thirty | 2026-02-01T14:30
                    2026-02-02T23:50 | quarter to midnight | 2026-02-02T23:45
                    2026-02-02T00:10 | five to | -
                    2026-02-02T00:10 | quarter to twelve | 2026-02-01T23:45
                    2026-02-02T13:00 | half past twelve | 2026-02-02T12:30
                    2026-02-02T13:00 | twelve am | 2026-02-02T00:00
                    2026-02-02T13:00 | twelve pm | 2026-02-02T12:00
                    2026-02-02T20:00 | yesterday at fourteen thirty | 2026-02-01T14:30
                    2026-02-02T20:00 | yesterday at half past seven | 2026-02-01T19:30
                    2026-02-02T20:00 | two days ago | 2026-01-31T20:00
                    2026-02-02T20:00 | 20:01 | 2026-02-02T20:01
                    2026-02-02T20:00 | 20:05 | 2026-02-01T20:05
                    """)
    void knowsTheDayAndTheHalfOfTheDay(String now, String said, String expected) {
        assertThat(moment(said, "en", local(now)))
                .isEqualTo(
                        expected.equals("-")
                                ? Optional.empty()
                                : Optional.of(local(expected).toEpochMilli()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-03-29T03:00:00Z | half past one | 2026-03-29T00:30:00Z
                    2026-03-29T03:00:00Z | half past two | 2026-03-29T01:30:00Z
                    2026-03-29T03:00:00Z | three hours ago | 2026-03-29T00:00:00Z
                    2026-03-29T06:00:00Z | yesterday at fourteen thirty | 2026-03-28T13:30:00Z
                    2026-10-25T00:45:00Z | half past two | 2026-10-25T00:30:00Z
                    2026-10-25T01:45:00Z | half past two | 2026-10-25T01:30:00Z
                    2026-10-25T01:15:00Z | half past two | 2026-10-25T00:30:00Z
                    2026-10-25T05:00:00Z | midnight | 2026-10-24T22:00:00Z
                    2026-10-25T05:00:00Z | two hours ago | 2026-10-25T03:00:00Z
                    """)
    void knowsTheDaysOnWhichTheClocksAreSet(Instant now, String said, Instant expected) {
        assertThat(moment(said, "en", now)).contains(expected.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | seven
                    en | 412
                    en | four one two
                    en | twenty five thirty
                    en | eight days ago
                    en | 99999999999999999999 minutes ago
                    en | an hour and 99999999999999999999 minutes
                    en | 2147483648 days ago
                    en | seven sixty five
                    en | the filler
                    fr | 412
                    fr | sept
                    fr | 8h75
                    de | 412
                    de | sieben
                    de | vor neunundneunzig Tagen
                    """)
    void takesNothingElseForATime(String language, String said) {
        assertThat(moment(said, language, local(EVENING))).isEmpty();
    }

    private static Optional<Long> moment(String said, String language, Instant now) {
        String phrase = String.join(" ", NumbersInWords.inDigits(Tokens.of(said), language));
        return new SpokenTime(Clock.fixed(now, ZONE)).of(phrase, language);
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }
}
