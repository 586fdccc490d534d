package dev.andon.knowledge.answer.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.knowledge.answer.DemoPassages;
import dev.andon.knowledge.answer.Exchange;
import dev.andon.knowledge.answer.QuoteAnswerer;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.SelectAnswerer;
import dev.andon.knowledge.answer.egress.EgressLog;
import dev.andon.knowledge.answer.egress.RemotePolicy;
import dev.andon.knowledge.answer.grounding.GroundingCheck;
import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.llm.http.ScriptedOpenAiServer;
import dev.andon.knowledge.llm.http.ScriptedReply;
import dev.andon.knowledge.llm.http.ServerModel;
import dev.andon.knowledge.llm.http.ServerSettings;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What leaves the box, what is written of it, and what is said.
final class RemotePolicyTest {
    private static final QuoteAnswerer QUOTES = new QuoteAnswerer(Set.of("en"));
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String RIGHT = "The floor anchors M16 dry take at least 105 N·m.";
    private static final Question QUESTION =
            new Question(
                    "What is the torque for the M16 floor anchors?",
                    "palletiser-1",
                    List.of("PX-200"),
                    "en");

    @TempDir Path home;
    private ScriptedOpenAiServer server;
    private ServerModel model;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedOpenAiServer.start().then(ScriptedReply.saying(RIGHT));
        model =
                ServerModel.of(
                        ServerSettings.of(server.url(), ScriptedOpenAiServer.MODEL)
                                .within(LONG, LONG));
    }

    @AfterEach
    void close() {
        model.close();
        server.close();
    }

    @Test
    void sendsNothingOfAClassThatIsNotAllowed() {
        Reply answer = ask(Set.of(DocumentClass.DATA_SHEET), passages());
        assertThat(answer.sentences()).isEqualTo(quote().sentences());
        assertThat(answer.text()).isEqualTo(quote().text() + "\n" + RemotePolicy.KEPT);
        assertThat(server.requests()).isEmpty();
        assertThat(log()).doesNotExist();
    }

    @Test
    void writesDownWhatItSendsAndSaysSo() throws IOException {
        Reply answer = ask(Set.of(DocumentClass.MANUAL), passages());
        assertThat(answer.sentences()).startsWith(RIGHT).endsWith(RemotePolicy.ASKED);
        assertThat(answer.text()).endsWith(RemotePolicy.ASKED);
        JsonNode line = new JsonMapper().readTree(Files.readString(log()));
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly("at", "server", "model", "bytes", "manuals", "classes");
        assertThat(line.path("at").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(line.path("manuals").get(0).asText()).isEqualTo("px200 C");
        assertThat(line.path("classes").get(0).asText()).isEqualTo("manual");
        assertThat(line.path("bytes").asInt())
                .isEqualTo(
                        server.prompt()
                                .strip()
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                .length);
        assertThat(line.toString()).doesNotContain("floor", "105");
    }

    @Test
    void addsALineForEveryPrompt() throws IOException {
        ask(Set.of(DocumentClass.MANUAL), passages());
        ask(Set.of(DocumentClass.MANUAL), passages());
        assertThat(Files.readAllLines(log())).hasSize(2);
    }

    @Test
    void leavesOutPassagesAndEarlierAnswersOfOtherClasses() {
        Manual drawing =
                new Manual(
                        "dwg-1",
                        "Secret drawing",
                        "A",
                        "en",
                        List.of("PX-200"),
                        null,
                        DocumentClass.DRAWING);
        List<Passage> passages = new ArrayList<>(passages());
        Passage secret =
                DemoPassages.passage(99, drawing, "1", "Floor anchors", "Anchor plan M16 torque.");
        passages.add(1, DemoPassages.with(secret, passages.getFirst().evidence()));
        Reply.Answer before = (Reply.Answer) quote();
        Reply.Answer ofDrawing =
                new Reply.Answer(
                        "Anchor plan.",
                        List.of("Anchor plan."),
                        List.of(
                                new dev.andon.knowledge.retrieval.Citation(
                                        drawing, secret.page(), "Floor anchors", "Anchor plan.")),
                        Reply.Mode.QUOTE);
        Question asked = new Question("And the plan?", "palletiser-1", List.of("PX-200"), "en");
        try (var answering =
                answerer(Set.of(DocumentClass.MANUAL))
                        .begin(
                                QUESTION,
                                passages,
                                List.of(
                                        new Exchange(asked, ofDrawing),
                                        new Exchange(QUESTION, before)))) {
            assertThat(answering.nextSentence()).isEqualTo(RIGHT);
        }
        assertThat(server.prompt())
                .contains("Asked before: " + QUESTION.text(), "Floor anchors | M16")
                .doesNotContain("Anchor plan", "And the plan?", "Secret drawing");
    }

    @Test
    void sendsNothingThatItCannotWriteDown() throws IOException {
        Files.createDirectory(log());
        Reply answer = ask(Set.of(DocumentClass.MANUAL), passages());
        assertThat(answer.text()).endsWith(SelectAnswerer.WITHOUT_MODEL);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void writesNothingWhileTheServerIsLeftAlone() throws IOException {
        server.then(ScriptedReply.status(500, ""));
        for (int i = 0; i < 5; i++) {
            ask(Set.of(DocumentClass.MANUAL), passages());
        }
        assertThat(Files.readAllLines(log())).hasSize(server.requests().size());
        assertThat(ask(Set.of(DocumentClass.MANUAL), passages()).text())
                .doesNotContain(RemotePolicy.ASKED);
    }

    @Test
    void holdsForAChoiceToo() throws IOException {
        server.then(ScriptedReply.saying("S1")).then(ScriptedReply.saying("S1"));
        Reply kept = select(Set.of());
        assertThat(kept.text()).endsWith(RemotePolicy.KEPT);
        assertThat(log()).doesNotExist();
        assertThat(server.requests()).isEmpty();
        Reply asked = select(Set.of(DocumentClass.MANUAL));
        assertThat(asked.sentences()).endsWith(RemotePolicy.ASKED);
        assertThat(Files.readAllLines(log())).hasSize(1);
    }

    private Reply select(Set<DocumentClass> allowed) {
        RemotePolicy policy =
                new RemotePolicy("s", allowed, new EgressLog(log(), Clock.systemUTC()));
        return new SelectAnswerer(model, QUOTES, LONG, policy).answer(QUESTION, passages());
    }

    private Path log() {
        return home.resolve("egress.jsonl");
    }

    private Reply ask(Set<DocumentClass> allowed, List<Passage> passages) {
        return answerer(allowed).answer(QUESTION, passages);
    }

    private WordAnswerer answerer(Set<DocumentClass> allowed) {
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        return new WordAnswerer(
                model,
                QUOTES,
                (q, p) -> new GroundingCheck(q, p)::check,
                new WordingLimits(4096, 120, LONG, LONG, null),
                new RemotePolicy(server.url().toString(), allowed, new EgressLog(log(), clock)));
    }

    private static Reply quote() {
        return QUOTES.answer(QUESTION, passages());
    }

    private static List<Passage> passages() {
        return DemoPassages.retrieve(QUESTION);
    }
}
