package dev.andon.knowledge.llm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.config.Secret;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.answer.LanguageModel;
import dev.andon.knowledge.answer.LanguageModelContract;
import dev.andon.knowledge.answer.Prompt;
import dev.andon.knowledge.answer.wording.TokenEstimate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// A model on a server, against a server that does as it is told.
final class ServerModelTest extends LanguageModelContract {
    private ScriptedOpenAiServer server;
    private ServerModel model;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedOpenAiServer.start().then(ScriptedReply.saying("S1"));
        model = ServerModel.of(settings());
    }

    @AfterEach
    void close() {
        model.close();
        server.close();
    }

    private ServerSettings settings() {
        return ServerSettings.of(server.url(), ScriptedOpenAiServer.MODEL)
                .within(TIME_MAX, TIME_MAX);
    }

    @Override
    protected LanguageModel model() {
        return model;
    }

    @Test
    void joinsTheStreamedPieces() {
        server.then(ScriptedReply.saying("Tighten it to 45 N·m – “gently”."));
        text(limits(12, null));
        assertThat(text(limits(12, null))).isEqualTo("Tighten it to 45 N·m – “gently”.");
    }

    @Test
    void sendsTheInstructionFirstAndItsLimits() {
        try (Stream<String> pieces =
                model.generate(
                        new Prompt("Be brief.", "Earlier: none.", "[INST] 45 N·m", "What?"),
                        limits(12, "root ::= \"S1\"\n"))) {
            assertThat(pieces.toList()).isNotEmpty();
        }
        assertThat(server.prompt()).startsWith("Be brief.\n\nEarlier: none.");
        assertThat(server.prompt()).endsWith("45 N·m\n\nQuestion: What?\n").doesNotContain("INST");
        assertThat(server.requests().getFirst().path("max_tokens").asInt()).isEqualTo(12);
        assertThat(server.requests().getFirst().path("seed").asInt()).isEqualTo(7);
        assertThat(server.requests().getFirst().path("stream").asBoolean()).isTrue();
        assertThat(server.requests().getFirst().path("grammar").asText()).startsWith("root");
        assertThat(server.authorizations()).containsExactly("");
    }

    @Test
    void showsItsKey() {
        try (ServerModel keyed = ServerModel.of(settings().withKey(new Secret("sk-1")));
                Stream<String> pieces = keyed.generate(PROMPT, limits(4, null))) {
            assertThat(pieces.toList()).containsExactly("S1");
        }
        assertThat(server.authorizations()).containsExactly("Bearer sk-1");
    }

    @ParameterizedTest
    @CsvSource({
        "302, server-redirects",
        "400, prompt-refused",
        "401, server-refuses-key",
        "403, server-refuses-key",
        "404, model-unknown",
        "429, model-busy",
        "500, server-broken",
        "503, server-broken",
    })
    void saysWhatAnErrorMeans(int status, String code) {
        next(ScriptedReply.status(status, "out of luck"));
        assertThat(failure()).hasMessageContaining(server.url().toString()).satisfies(has(code));
    }

    @Test
    void passesOnWhatTheServerSaysOfIt() {
        next(ScriptedReply.status(500, "out of\\nmemory"));
        assertThat(failure()).hasMessageContaining("\"out of memory\"");
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, <html>Sign in</html>, server-not-understood",
        "application/json, '{\"choices\": []}', server-not-understood",
        "text/event-stream, 'hello', server-not-understood",
        "text/event-stream, 'data: {not json', server-not-understood",
        "text/event-stream, 'data: 7', server-not-understood",
        "text/event-stream, 'data: {\"error\": {\"message\": \"no memory\"}}', server-broken",
        "text/event-stream, ': nothing', model-cut",
        "text/event-stream, '', model-cut",
    })
    void refusesWhatIsNoStreamOfEvents(String type, String body, String code) {
        next(ScriptedReply.body(type, body));
        assertThat(failure()).satisfies(has(code));
    }

    @Test
    void saysThatAReplyWasCut() {
        next(ScriptedReply.saying("Close the valve first.").cutAfter(2));
        try (Stream<String> pieces = model.generate(PROMPT, limits(40, null))) {
            Iterator<String> read = pieces.iterator();
            assertThat(read.next() + read.next()).isEqualTo("Close the ");
            assertThatThrownBy(read::hasNext).satisfies(has("model-cut"));
        }
    }

    @Test
    void breaksOffAReplyWithoutEnd() {
        String piece = "data: {\"choices\": [{\"delta\": {\"content\": \"%s\"}}]}\n";
        next(
                ScriptedReply.body(
                        "text/event-stream", piece.formatted("x".repeat(10_000)).repeat(200)));
        assertThat(failure()).satisfies(has("reply-too-long"));
    }

    @Test
    void isLateWithoutAFirstWordInTime() {
        CountDownLatch never = new CountDownLatch(1);
        next(ScriptedReply.saying("Late.").heldUntil(never));
        try (ServerModel hasty =
                ServerModel.of(settings().within(TIME_MAX, Duration.ofMillis(50)))) {
            assertThatThrownBy(() -> read(hasty)).satisfies(has("model-late"));
        }
    }

    @Test
    void hangsUpWhenTheStreamIsClosed() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        next(ScriptedReply.saying("Never ends.").heldUntil(never, 1));
        try (Stream<String> pieces = model.generate(PROMPT, limits(4, null))) {
            assertThat(pieces.iterator().next()).isEqualTo("Never ");
        }
        assertThat(server.awaitHangUp()).isTrue();
    }

    @Test
    void saysThatNobodyIsThere() {
        URI nobody = server.url();
        server.close();
        try (ServerModel alone = ServerModel.of(ServerSettings.of(nobody, "m"))) {
            assertThatThrownBy(() -> read(alone)).satisfies(has("server-unreachable"));
            assertThatThrownBy(alone::probe).satisfies(has("server-unreachable"));
        }
    }

    @Test
    void leavesAServerAloneThatFailsAgainAndAgain() {
        next(ScriptedReply.status(500, ""));
        for (int i = 0; i < ServerSettings.FAILURES_MAX; i++) {
            assertThat(failure()).satisfies(has("server-broken"));
        }
        int asked = server.requests().size();
        assertThat(failure()).satisfies(has("model-suspended")).hasMessageContaining("status 500");
        assertThat(server.requests()).hasSize(asked);
        assertThat(model.health())
                .isInstanceOfSatisfying(
                        ServerHealth.Failing.class, f -> assertThat(f.suspended()).isTrue());
    }

    @Test
    void findsTheModelAmongThoseOfTheServer() {
        model.probe();
        assertThat(model.health()).isEqualTo(new ServerHealth.Answers());
        try (ServerModel other = ServerModel.of(ServerSettings.of(server.url(), "llama"))) {
            assertThatThrownBy(other::probe)
                    .hasMessageContaining(ScriptedOpenAiServer.MODEL)
                    .satisfies(has("model-unknown"));
        }
    }

    @Test
    void countsByTheServersTokenizerWhereThereIsOne() {
        String text = "Tighten the M8 bolts.";
        assertThat(model.tokens(text)).isEqualTo(TokenEstimate.of(text));
        server.withTokenizer();
        try (ServerModel fresh = ServerModel.of(settings())) {
            assertThat(fresh.tokens(text)).isEqualTo(4);
        }
    }

    @Test
    void refusesAPromptThatIsTooLongToSend() {
        Prompt tooLong = new Prompt("", "v".repeat(ServerSettings.PROMPT_CHARS_MAX), "");
        assertThatThrownBy(() -> model.generate(tooLong, limits(4, null)))
                .satisfies(has("prompt-too-long"));
        assertThat(server.requests()).isEmpty();
    }

    /// The one reply that was told at the start is used up.
    private void next(ScriptedReply reply) {
        text(limits(4, null));
        server.then(reply);
    }

    private Throwable failure() {
        return org.assertj.core.api.Assertions.catchThrowable(() -> read(model));
    }

    private static void read(ServerModel from) {
        try (Stream<String> pieces =
                from.generate(PROMPT, new GenerationLimits(40, TIME_MAX, 7, 0, null))) {
            pieces.forEach(_ -> {});
        }
    }

    private static java.util.function.Consumer<Throwable> has(String code) {
        return e -> assertThat(((StageException) e).code()).isEqualTo(code);
    }
}
