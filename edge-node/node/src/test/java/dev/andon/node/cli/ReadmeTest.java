package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.cli.HubMain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the README tells a newcomer to type and to open is there.
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    /// The launcher starts the hub's program for these.
    private static final Set<String> OF_THE_HUB = Set.of("hub", "fleet", "library");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Stream<String> commands() throws IOException {
        return fenced().filter(line -> line.startsWith("./andon"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void namesCommandsAndOptionsThatThereAre(String line) {
        List<String> words = words(line);
        CommandLine program =
                OF_THE_HUB.contains(words.getFirst()) ? HubMain.commandLine() : Andon.commandLine();
        assertThat(program.parseArgs(words.toArray(String[]::new)).errors()).isEmpty();
    }

    @Test
    void beginsWithTheCommandsThatMatter() throws IOException {
        List<String> lines = fenced().limit(2).toList();
        assertThat(lines.getFirst()).startsWith("./andon demo");
        assertThat(lines.get(1)).startsWith("mvn ");
        assertThat(commands().count()).isGreaterThan(4);
    }

    @Test
    void testsAsContinuousIntegrationDoes() throws IOException {
        String goal = withoutComment(fenced().toList().get(1)).replaceFirst("^mvn ", "");
        assertThat(Files.readAllLines(Checkout.file(".ci/run")))
                .anyMatch(line -> line.matches("mvn .*\\b" + Pattern.quote(goal) + "\\b.*"))
                .anyMatch(line -> line.contains("./andon demo"));
    }

    static Stream<String> links() throws IOException {
        return LINK.matcher(readme()).results().map(MatchResult::group).map(ReadmeTest::target);
    }

    @ParameterizedTest
    @MethodSource("links")
    void linksToWhatThereIs(String target) {
        assertThat(Checkout.file(target)).exists();
    }

    private static String target(String link) {
        return link.substring(2, link.length() - 1).replaceFirst("#.*", "");
    }

    private static String readme() throws IOException {
        return Files.readString(Checkout.file("README.md"));
    }

    /// The lines between fences.
    private static Stream<String> fenced() throws IOException {
        String[] parts = readme().split("(?m)^```.*$");
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < parts.length; i += 2) {
            parts[i].lines().filter(line -> !line.isBlank()).forEach(lines::add);
        }
        return lines.stream();
    }

    /// As the shell cuts them, without `./andon`.
    private static List<String> words(String line) {
        List<String> words =
                WORD.matcher(withoutComment(line))
                        .results()
                        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                        .toList();
        return words.subList(1, words.size());
    }

    private static String withoutComment(String line) {
        return line.replaceFirst(" +# .*", "");
    }
}
