package dev.andon.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.Sound;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.vad.Capture;
import dev.andon.node.vad.Utterance;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class VoiceSocketTest {
    private static final int PATIENCE_SECONDS = 30;
    private static final JsonObject CLOSED = new JsonObject().put("type", "closed");

    private final ScriptedTurns turns = new ScriptedTurns();
    private final HttpClient client = HttpClient.newHttpClient();
    private NodeServer server;

    @BeforeEach
    void start() {
        WebSettings settings = new WebSettings("127.0.0.1", 0, null, null, TestLimits.with(2, 2));
        server = NodeServer.start(turns.services(), settings);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void answersASpokenQuestion() throws Exception {
        Talker talker = talk();
        AudioChunk question = ScriptedTurns.question();

        talker.say("{\"type\": \"start\", \"machine\": \"press-3\"}");
        talker.say(question);
        talker.say("{\"type\": \"stop\"}");

        List<JsonObject> events = talker.untilLast("finished");
        assertThat(events)
                .extracting(event -> event.getString("type"))
                .containsExactly(
                        "listening",
                        "captured",
                        "heard",
                        "understood",
                        "retrieved",
                        "replied",
                        "speaking",
                        "finished");
        assertThat(events)
                .extracting(event -> event.getString("turn"))
                .containsOnly(events.getFirst().getString("turn"));
        assertThat(events.get(1).getBoolean("speech")).isTrue();
        assertThat(events.get(3).getString("machine")).isEqualTo("press-3");
        assertThat(events.get(4).getJsonArray("passages")).hasSize(10);
        assertThat(events.get(5).getJsonObject("reply").getString("kind")).isEqualTo("answer");
        assertThat(events.get(6).getInteger("sample_rate_hz")).isEqualTo(16_000);
        assertThat(events.get(7).getJsonObject("timings_ms").getDouble("total")).isEqualTo(400);
        AudioChunk tone = Sound.tone(AudioFormat.SPEECH, 440, 0.2, 100);
        assertThat(talker.heard()).isEqualTo(Sound.joined(tone, tone, tone));
        Capture capture = turns.captures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(capture).isInstanceOf(Utterance.class);
    }

    @Test
    void answersOneQuestionAfterAnother() throws Exception {
        Talker talker = talk();
        for (int i = 0; i < 5; i++) {
            talker.ask();

            assertThat(talker.untilLast("finished")).hasSize(8);
        }
    }

    @Test
    void endsATurnOfSilenceWithoutAReply() throws Exception {
        Talker talker = talk();

        talker.say("{\"type\": \"start\"}");
        talker.say(Sound.silence(AudioFormat.SPEECH, 500));
        talker.say("{\"type\": \"stop\"}");

        assertThat(talker.untilLast("finished"))
                .extracting(event -> event.getValue("speech"))
                .containsExactly(null, false, null);
    }

    @Test
    void fallsSilentOnBargeIn() throws Exception {
        turns.spokenMs = 600_000;
        Talker talker = talk();
        talker.ask();
        talker.untilLast("speaking");

        talker.say("{\"type\": \"cancel\"}");

        talker.untilLast("cancelled");
        turns.spokenMs = 300;
        int silentFrom = talker.heardBytes();
        talker.ask();
        talker.untilLast("finished");
        assertThat(talker.heardBytes() - silentFrom).isEqualTo(3 * 3_200);
    }

    @Test
    void startsAnewWhenTheKeyIsPressedDuringATurn() throws Exception {
        turns.spokenMs = 600_000;
        Talker talker = talk();
        talker.ask();
        talker.untilLast("speaking");
        turns.spokenMs = 300;

        talker.ask();

        List<JsonObject> events = talker.untilLast("finished");
        assertThat(events.getFirst().getString("type")).isEqualTo("cancelled");
        assertThat(events.get(1).getString("type")).isEqualTo("listening");
        assertThat(events.get(1).getString("turn")).isNotEqualTo(events.get(0).getString("turn"));
    }

    @Test
    void endsTheTurnOfAClientThatLeaves() throws Exception {
        turns.spokenMs = 600_000;
        for (int i = 0; i < 6; i++) {
            Talker talker = talk();
            talker.ask();
            talker.untilLast("speaking");
            talker.leave();

            assertThat(nextFreeSlot()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON | invalid-message",
                "{\"type\": \"dance\"} | unknown-message",
                "{} | unknown-message",
                "{\"type\": \"stop\"} | not-started",
                "{\"type\": \"start\", \"machine\": 3} | invalid-message"
            })
    void saysWhatItDoesNotUnderstandAndStaysOpen(String message, String code) throws Exception {
        Talker talker = talk();

        talker.say(message);

        assertThat(talker.untilLast("error").getLast().getString("code")).isEqualTo(code);
        talker.ask();
        talker.untilLast("finished");
    }

    @Test
    void dropsSoundBeforeTheStartAndHalvesOfSamples() throws Exception {
        Talker talker = talk();

        talker.say(Sound.silence(AudioFormat.SPEECH, 20));
        assertThat(talker.untilLast("error").getLast().getString("code")).isEqualTo("not-started");
        talker.say("{\"type\": \"start\"}");
        talker.say(new byte[33]);
        assertThat(talker.untilLast("error").getLast().getString("code")).isEqualTo("odd-frame");
        talker.say("{\"type\": \"cancel\"}");
        talker.untilLast("cancelled");
    }

    @Test
    void refusesAQuestionThatIsTooLong() throws Exception {
        Talker talker = talk();

        talker.say("{\"type\": \"start\"}");
        talker.say(Sound.silence(AudioFormat.SPEECH, 2_500));

        JsonObject failed = talker.untilLast("failed").getLast();
        assertThat(failed.getString("code")).isEqualTo("too-long");
        assertThat(failed.getString("message")).contains("2 s");
        talker.ask();
        talker.untilLast("finished");
    }

    @Test
    void closesAConnectionThatSendsAMessageBeyondTheLimit() throws Exception {
        Talker talker = talk();

        talker.say(new byte[WebLimits.DEFAULT.frameBytesMax() + 2]);

        assertThat(talker.untilLast("closed")).isNotEmpty();
    }

    @Test
    void refusesMoreConnectionsThanItsLimit() throws Exception {
        Talker first = talk();
        talk();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(this::talk)
                .withCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(
                        e ->
                                assertThat(
                                                ((WebSocketHandshakeException) e.getCause())
                                                        .getResponse()
                                                        .statusCode())
                                        .isEqualTo(503));
        first.leave();
    }

    @Test
    void closesItsConnectionsWhenItStops() throws Exception {
        Talker talker = talk();
        talker.say("{\"type\": \"start\"}");
        talker.untilLast("listening");

        server.close();

        assertThat(talker.untilLast("closed")).isNotEmpty();
    }

    /// A slot is free again once a typed question is answered.
    private boolean nextFreeSlot() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            turns.inputs.clear();
            Talker talker;
            try {
                talker = talk();
            } catch (CompletionException e) {
                continue;
            }
            talker.say("{\"type\": \"start\"}");
            boolean free = talker.next().getString("type").equals("listening");
            talker.leave();
            if (free && turns.inputs.poll(1, TimeUnit.SECONDS) instanceof TurnInput.Spoken) {
                return true;
            }
        }
        return false;
    }

    private Talker talk() {
        return new Talker(client, server.port());
    }

    /// A client that talks.
    private static final class Talker implements WebSocket.Listener {
        private final BlockingQueue<JsonObject> events = new LinkedBlockingQueue<>();
        private final List<byte[]> pcm = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final WebSocket socket;

        Talker(HttpClient client, int port) {
            this.socket =
                    client.newWebSocketBuilder()
                            .buildAsync(
                                    URI.create("ws://127.0.0.1:" + port + "/api/v1/voice"), this)
                            .join();
        }

        void ask() {
            say("{\"type\": \"start\"}");
            say(ScriptedTurns.question());
            say("{\"type\": \"stop\"}");
        }

        void say(String message) {
            socket.sendText(message, true).join();
        }

        void say(AudioChunk sound) {
            byte[] all = sound.toPcm();
            for (int at = 0; at < all.length; at += 3_200) {
                say(Arrays.copyOfRange(all, at, Math.min(all.length, at + 3_200)));
            }
        }

        void say(byte[] binary) {
            socket.sendBinary(ByteBuffer.wrap(binary), true).join();
        }

        void leave() {
            socket.abort();
        }

        JsonObject next() throws InterruptedException {
            JsonObject event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("an event within %d s", PATIENCE_SECONDS).isNotNull();
            return event;
        }

        List<JsonObject> untilLast(String type) throws InterruptedException {
            List<JsonObject> until = new ArrayList<>();
            do {
                until.add(next());
            } while (!until.getLast().getString("type").equals(type));
            return until;
        }

        synchronized AudioChunk heard() {
            return Sound.joined(
                    pcm.stream()
                            .map(bytes -> AudioChunk.ofPcm(AudioFormat.SPEECH, bytes))
                            .toArray(AudioChunk[]::new));
        }

        synchronized int heardBytes() {
            return pcm.stream().mapToInt(bytes -> bytes.length).sum();
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                events.add(new JsonObject(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public synchronized CompletionStage<?> onBinary(
                WebSocket webSocket, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            pcm.add(bytes);
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            events.add(CLOSED);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            events.add(CLOSED);
        }
    }
}
