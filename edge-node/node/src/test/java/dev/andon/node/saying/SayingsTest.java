package dev.andon.node.saying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.words.Language;
import dev.andon.node.command.Commands;
import dev.andon.node.dialog.Act;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sentences of every room that says some.
class SayingsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/andon/node");
    private static final Path SOURCES = Path.of("src/main/java/dev/andon/node");
    private static final Pattern PLACE = Pattern.compile("%\\d\\$[sd]");
    private static final Pattern KEY =
            Pattern.compile("Phrase\\s*\\.of\\(\\s*\"([a-z.]+)\"\\s*[,)]");

    @Test
    void saysTheSameInEveryLanguageInEveryRoom() throws IOException {
        List<Path> rooms = rooms();
        assertThat(rooms).hasSizeGreaterThanOrEqualTo(3);
        for (Path room : rooms) {
            Map<String, Set<String>> english = places(room, Language.ENGLISH);
            assertThat(english).isNotEmpty();
            for (Language language : Language.known()) {
                assertThat(places(room, language)).as("%s %s", room, language).isEqualTo(english);
            }
        }
    }

    @Test
    void hasEveryKeyThatTheCodeUses() throws IOException {
        Set<String> known = Words.beside(Commands.class, Sayings.VOICE).keys();
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve("command"))) {
            for (Path file : files.toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(it -> used.add(it.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(30);
        assertThat(known).containsAll(used);
        assertThat(known)
                .containsAll(keys("act.", entries()))
                .containsAll(keys("done.", entries()))
                .containsAll(keys("wait.", Wait.values()))
                .containsAll(keys("state.", Moment.values()));
    }

    @Test
    void saysItInEnglishWhereALanguageIsUnknown() {
        Sayings sayings = Sayings.beside(Commands.class);
        assertThat(sayings.in("xx", Phrase.of("correct"))).isEqualTo("Correct?");
        assertThat(sayings.in("de", Phrase.of("correct"))).isEqualTo("Richtig?");
        assertThat(sayings.in("de", Phrase.NONE)).isEmpty();
    }

    @Test
    void takesWhatIsFilledInAsItIs() {
        Sayings sayings = Sayings.beside(Commands.class);
        assertThat(sayings.in("en", Phrase.of("cause", "100 % of %1$s \\n")))
                .isEqualTo("Cause: 100 % of %1$s \\n.");
    }

    private static List<Path> rooms() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("sayings-en.properties"))
                    .map(Path::getParent)
                    .toList();
        }
    }

    private static Map<String, Set<String>> places(Path room, Language language)
            throws IOException {
        Path file = room.resolve("sayings-" + language.code() + ".properties");
        ResourceBundle properties = new PropertyResourceBundle(Files.newBufferedReader(file));
        Map<String, Set<String>> places = new TreeMap<>();
        for (String key : properties.keySet()) {
            Set<String> found = new TreeSet<>();
            PLACE.matcher(properties.getString(key))
                    .results()
                    .forEach(place -> found.add(place.group()));
            assertThat(properties.getString(key)).as(file + " " + key).isNotBlank();
            assertThat(properties.getString(key).replaceAll(PLACE.pattern(), ""))
                    .as(file + " " + key)
                    .doesNotContain("%");
            places.put(key, found);
        }
        return places;
    }

    /// The expert is called in words of its own.
    private static Act[] entries() {
        return Arrays.stream(Act.values()).filter(act -> act != Act.CALL).toArray(Act[]::new);
    }

    private static Set<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> prefix + value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
