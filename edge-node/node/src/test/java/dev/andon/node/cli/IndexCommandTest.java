package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.node.EdgeNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// What `andon index` tells of each file, with the real engines over small manuals.
class IndexCommandTest {
    private static final String RULES =
            """
            ---
            id: rules
            title: Site rules
            revision: 1
            language: en
            models: [HP-63]
            date: 2025-01-01
            ---
            # Rules

            Wear goggles at the press.
            """;

    /// Shared: a recogniser that learns nothing new is not made again.
    @TempDir private static Path home;

    @TempDir private Path folder;

    @BeforeEach
    void putTheRules() throws IOException {
        Files.deleteIfExists(new NodeHome(home).create().database());
        write("rules.md", RULES);
    }

    @Test
    void indexesThenPassesOverThenDrops() throws IOException {
        write("belt.md", "# Belt\n\nWear goggles at the press.\n");
        CommandRun first = index();
        assertThat(first.exit()).isZero();
        assertThat(first.out())
                .contains(
                        "indexed    "
                                + folder.resolve("rules.md")
                                + ": Site rules, revision 1,"
                                + " 1 passages\n",
                        "belt.md: Belt, revision ?, 1 passages  unknown: revision, language,"
                                + " models, date",
                        "2 indexed, 0 unchanged, 0 dropped, 0 duplicate, 0 refused");
        Files.delete(folder.resolve("belt.md"));
        CommandRun second = index();
        assertThat(second.exit()).isZero();
        assertThat(second.out())
                .contains(
                        "unchanged  " + folder.resolve("rules.md"),
                        "dropped    " + folder.resolve("belt.md"),
                        "0 indexed, 1 unchanged, 1 dropped, 0 duplicate, 0 refused");
    }

    @Test
    void namesWhatIsBrokenOrDoubleAndKeepsTheRest() throws IOException {
        write("same.md", RULES);
        Files.write(folder.resolve("zero.pdf"), new byte[0]);
        Files.write(folder.resolve("torn.pdf"), "%PDF-1.7 torn".getBytes(StandardCharsets.UTF_8));
        CommandRun run = index();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "indexed    " + folder.resolve("rules.md"),
                        "duplicate  "
                                + folder.resolve("same.md")
                                + " is "
                                + folder.resolve("rules.md"),
                        "refused    " + folder.resolve("zero.pdf") + ": ",
                        "refused    " + folder.resolve("torn.pdf") + ": ",
                        "1 indexed, 0 unchanged, 0 dropped, 1 duplicate, 2 refused")
                .doesNotContain("Exception", "\tat ");
        assertThat(stored()).extracting(Manual::id).containsExactly("rules");
    }

    @Test
    void takesWhatTheCommandLineAndTheSidecarSay() throws IOException {
        Files.delete(folder.resolve("rules.md"));
        write("press.md", "# Press\n\nWear goggles at the press.\n");
        write("press.md.andon.yaml", "title: Press manual\nrevision: A\ndate: 2024-02-03\n");
        CommandRun run = index("--revision", "B", "--language", "en", "--model", "HP-63,HP-64");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Press manual, revision B, 1 passages\n");
        assertThat(stored())
                .containsExactly(
                        new Manual(
                                "press",
                                "Press manual",
                                "B",
                                "en",
                                List.of("HP-63", "HP-64"),
                                LocalDate.of(2024, 2, 3)));
    }

    @Test
    void tellsTheClassOfADocumentAndTakesTheOneThatIsDeclared() throws IOException {
        write("steps.md", "# Belt\n\n1. Open the cover.\n2. Take the belt out.\n");
        assertThat(index().out()).contains("Belt, procedure, revision ?, 1 passages");
        CommandRun declared = index("--class", "fault-list", "--json");
        assertThat(declared.objects())
                .isNotEmpty()
                .allMatch(line -> line.path("class").asText().equals("fault list"));
        CommandRun unknown = index("--class", "novel");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("novel", "fault list");
    }

    @Test
    void writesALineAFileForPrograms() throws IOException {
        write("same.md", RULES);
        Files.write(folder.resolve("zero.pdf"), new byte[0]);
        CommandRun run = index("--json");
        assertThat(run.exit()).isEqualTo(1);
        List<JsonNode> lines = run.objects();
        assertThat(lines)
                .extracting(line -> line.path("outcome").asText())
                .containsExactlyInAnyOrder("indexed", "duplicate", "refused");
        JsonNode indexed = only(lines, "indexed");
        assertThat(indexed.path("file").asText()).endsWith("rules.md");
        assertThat(indexed.path("manual").asText()).isEqualTo("rules");
        assertThat(indexed.path("revision").asText()).isEqualTo("1");
        assertThat(indexed.path("passages").asInt()).isEqualTo(1);
        assertThat(indexed.path("unknown")).isEmpty();
        assertThat(only(lines, "duplicate").path("same_as").asText()).endsWith("rules.md");
        assertThat(only(lines, "refused").path("reason").asText()).contains("zero.pdf");
    }

    @Test
    void setsACorruptDatabaseAsideAndMakesANewOne() throws IOException {
        Path database = new NodeHome(home).database();
        Files.writeString(database, "this is no database ".repeat(500));
        CommandRun run = index("--json");
        assertThat(run.exit()).isZero();
        assertThat(only(run.objects(), "indexed").path("manual").asText()).isEqualTo("rules");
        Path kept = aside(database);
        assertThat(kept).content().startsWith("this is no database");
        assertThat(run.err()).contains("damaged", kept.toString()).doesNotContain("\tat ");
        assertThat(stored()).extracting(Manual::id).containsExactly("rules");
        assertThat(index().err()).doesNotContain("damaged");
        Files.delete(kept);
    }

    @Test
    void refusesAPathThatIsNotThereAndACallWithoutOne() {
        Path absent = folder.resolve("absent");
        CommandRun run = CommandRun.of("--home", home.toString(), "index", absent.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out() + run.err()).contains(absent.toString()).doesNotContain("\tat ");
        assertThat(CommandRun.of("--home", home.toString(), "index").exit()).isEqualTo(2);
    }

    private static List<Manual> stored() {
        try (EdgeNode node = EdgeNode.open(new NodeHome(home), DeviceConfig.defaults())) {
            return node.manuals().stream().map(IndexedManual::manual).toList();
        }
    }

    private static Path aside(Path database) throws IOException {
        try (Stream<Path> files = Files.list(database.resolveSibling(""))) {
            return files.filter(file -> file.toString().startsWith(database + ".damaged-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static JsonNode only(List<JsonNode> lines, String outcome) {
        return lines.stream()
                .filter(line -> line.path("outcome").asText().equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    private CommandRun index(String... options) {
        return CommandRun.of(
                Stream.concat(
                                Stream.of("--home", home.toString(), "index", folder.toString()),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
