package dev.andon.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.library.Block;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `docs/sync-protocol.md` says what the code does: every example, field, topic and limit.
class DocumentTest {
    private static final String DOCUMENT = document();
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- golden: ([a-z0-9-]+) -->\n```json\n(.*?)\n```", Pattern.DOTALL);

    private static String document() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("andon.root"), "docs", "sync-protocol.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void showsGoldenFilesAsExamples() throws IOException {
        Set<String> shown = new HashSet<>();
        Matcher matcher = EXAMPLE.matcher(DOCUMENT);
        while (matcher.find()) {
            JsonNode golden = SyncCodec.JSON.readTree(GoldenFiles.read(matcher.group(1)));
            assertThat(SyncCodec.JSON.readTree(matcher.group(2)))
                    .as("the example %s", matcher.group(1))
                    .isEqualTo(golden);
            shown.add(matcher.group(1));
        }
        assertThat(shown)
                .contains("ack", "node-status", "node-status-death", "hub-status", "want")
                .contains("command", "command-result", "catalog", "manifest")
                .contains("event-batch", "event-batch-empty", "envelope-manifest");
        assertThat(shown)
                .containsAll(
                        Goldens.facts().values().stream()
                                .map(fact -> "event-" + fact.kind())
                                .toList());
    }

    static Stream<Class<?>> records() {
        Set<Class<?>> all = new LinkedHashSet<>();
        Stream.of(SyncMessage.class, Fact.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .forEach(type -> addWithParts(type, all));
        all.add(Event.class);
        all.add(ClockReading.class);
        return all.stream();
    }

    private static void addWithParts(Class<?> type, Set<Class<?>> all) {
        all.add(type);
        Arrays.stream(type.getDeclaredClasses())
                .filter(Class::isRecord)
                .forEach(part -> addWithParts(part, all));
    }

    @ParameterizedTest
    @MethodSource("records")
    void namesEveryField(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            assertThat(DOCUMENT).as(type.getSimpleName()).contains("`" + component.getName() + "`");
        }
    }

    static List<Class<?>> tables() {
        return records()
                .filter(type -> type.getDeclaringClass() == null)
                .filter(type -> type != ClockReading.class)
                .filter(type -> type != Command.class && type != CommandResult.class)
                .toList();
    }

    /// A row for each field in the section of the record, marked as optional if it is.
    @ParameterizedTest
    @MethodSource("tables")
    void saysOfEveryFieldWhetherItMayBeMissing(Class<?> type) {
        String section = section(type.getSimpleName());
        for (RecordComponent component : type.getRecordComponents()) {
            String row =
                    section.lines()
                            .filter(line -> line.startsWith("| `" + component.getName() + "` |"))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new AssertionError(
                                                    type.getSimpleName()
                                                            + " has no row "
                                                            + component.getName()));
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            assertThat(row.split("\\|", -1)[2].contains("optional"))
                    .as(type.getSimpleName() + "." + component.getName())
                    .isEqualTo(optional);
        }
    }

    private static String section(String record) {
        Matcher heading =
                Pattern.compile("^#{3,4} .*`" + record + "`.*$", Pattern.MULTILINE)
                        .matcher(DOCUMENT);
        assertThat(heading.find()).as("a heading for %s", record).isTrue();
        int end = DOCUMENT.indexOf("\n#", heading.end());
        return DOCUMENT.substring(heading.end(), end < 0 ? DOCUMENT.length() : end);
    }

    @Test
    void namesEveryTopic() {
        Topics topics = new Topics("site");
        Stream.of(
                        topics.events("node"),
                        topics.ack("node"),
                        topics.status("node"),
                        topics.want("node"),
                        topics.blocks("node"),
                        topics.commands("node"),
                        topics.results("node"))
                .map(topic -> topic.replace("andon/v1/site/node/node", "node/{node}"))
                .forEach(topic -> assertThat(DOCUMENT).contains("| `" + topic + "` |"));
        Stream.of(topics.hubStatus(), topics.catalog(), topics.sharedBlocks())
                .map(topic -> topic.replace("andon/v1/site/", ""))
                .forEach(topic -> assertThat(DOCUMENT).contains("| `" + topic + "` |"));
        assertThat(DOCUMENT)
                .contains(topics.ingestFilter().replace("/site/", "/{site}/"))
                .contains(
                        topics.manifest(DocumentKind.MANUAL, "id", 7)
                                .replace("andon/v1/site/", "| `")
                                .replace("manual/id", "{kind}/{id}")
                                .replace("/7", "/{serial}` |"));
    }

    @Test
    void namesEveryNameOfAnEnumeration() {
        Stream.of(
                        DocumentKind.values(),
                        dev.andon.protocol.fact.MilestoneFact.Moment.values(),
                        dev.andon.protocol.fact.MilestoneFact.Wait.values())
                .flatMap(Arrays::stream)
                .forEach(name -> assertThat(DOCUMENT).contains("`" + name + "`"));
    }

    @Test
    void saysTheLimitsOfTheCode() {
        String limits = DOCUMENT.substring(DOCUMENT.indexOf("## 10."));
        assertThat(limits)
                .contains("| a message | %d KiB".formatted(Protocol.MESSAGE_BYTES_MAX / 1024))
                .contains(
                        "| a batch unpacked | %d MiB, %d events |"
                                .formatted(
                                        Protocol.UNPACKED_BYTES_MAX / 1024 / 1024,
                                        Protocol.EVENTS_MAX))
                .contains("| an event | %d Ki".formatted(Protocol.EVENT_CHARS_MAX / 1024))
                .contains(
                        "| an envelope of a manifest | %d KiB |"
                                .formatted(Protocol.MANIFEST_BYTES_MAX / 1024))
                .contains("| hashes in a `Want` | %d |".formatted(Want.BLOCKS_MAX))
                .contains("| ranges in an `Ack` | %d |".formatted(Ack.RANGES_MAX))
                .contains("| a block | %s bytes |".formatted(grouped(Block.BYTES_MAX)))
                .contains(
                        "| names and values in a message | %s |"
                                .formatted(grouped(Protocol.TOKENS_MAX)))
                .contains("| depth of a message | %d |".formatted(Protocol.DEPTH_MAX));
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    @Test
    void namesTheCodesAndTypesOfSignatures() {
        assertThat(DOCUMENT)
                .contains(dev.andon.protocol.signature.SignedEnvelope.CATALOG)
                .contains(dev.andon.protocol.signature.SignedEnvelope.MANIFEST);
        Stream.of(
                        "not-json",
                        "wrong-type",
                        "missing-field",
                        "too-large",
                        "wrong-signature",
                        "unknown-key",
                        "unknown-fact",
                        "invalid-fact",
                        "other-content",
                        "not-a-block-list",
                        "corrupt-vector",
                        "corrupt-block",
                        "not-a-bundle")
                .forEach(
                        code ->
                                assertThat(DOCUMENT.substring(DOCUMENT.indexOf("## 10.")))
                                        .contains("`" + code + "`"));
    }
}
