package dev.andon.node.tts.mary;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Words and letters that the voice would say wrongly, with their MaryTTS transcriptions.
///
/// A capital letter is a key of its own: `A` is spelled, `a` is the article.
final class WorkshopLexicon {
    private static final String FILE = "workshop-en_US.txt";

    private final Map<String, String> transcriptions;

    private WorkshopLexicon(Map<String, String> transcriptions) {
        this.transcriptions = transcriptions;
    }

    static WorkshopLexicon load() {
        InputStream file = WorkshopLexicon.class.getResourceAsStream(FILE);
        Objects.requireNonNull(file, FILE);
        try (var lines =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines()) {
            return new WorkshopLexicon(
                    lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("\\s*\\|\\s*", 2))
                            .collect(Collectors.toUnmodifiableMap(e -> e[0], e -> e[1].strip())));
        }
    }

    /// How a token sounds, if this lexicon knows: as written, else in lower case.
    Optional<String> transcription(String token) {
        return Optional.ofNullable(transcriptions.get(token))
                .or(
                        () ->
                                token.length() == 1
                                        ? Optional.empty()
                                        : Optional.ofNullable(
                                                transcriptions.get(
                                                        token.toLowerCase(Locale.ROOT))));
    }

    Map<String, String> entries() {
        return transcriptions;
    }
}
