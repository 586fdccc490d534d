package dev.andon.node.web;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageOfManual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Evidence;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.audio.Sound;
import dev.andon.node.dialog.Request;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.MemoryIncidents;
import dev.andon.node.stt.Transcript;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnTimings;
import dev.andon.node.vad.Capture;
import dev.andon.node.vad.EndpointLimits;
import dev.andon.node.vad.Endpointer;
import dev.andon.node.vad.Utterance;
import dev.andon.node.web.EngineHealth.State;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A node whose turns follow a script: real endpointer, a fixed transcript and reply, and a tone as
/// the spoken answer. The typed word "break" breaks it, "unknown" is refused, "wait" waits.
final class ScriptedTurns implements TurnRunner {
    static final String QUOTE = "Tighten the four nozzle screws (M8) to 45 N·m, crosswise.";

    static final Manual MANUAL =
            new Manual(
                    "px200-service",
                    "PX-200 Service Manual",
                    "C",
                    "en",
                    List.of("PX-200"),
                    LocalDate.of(2025, 3, 1));

    static final Citation CITATION =
            new Citation(MANUAL, new PageRef("4-12", 57), "Replacing the nozzle", QUOTE);

    static final AssetRegister REGISTER =
            new AssetRegister(
                    "test",
                    "Test plant",
                    List.of(),
                    List.of(
                            new Machine(
                                    "press-3",
                                    "Press 3",
                                    List.of("the big press"),
                                    "line-a",
                                    "press",
                                    "PX-200",
                                    "",
                                    List.of(new FaultCode("E-42", "Oil low", List.of())),
                                    List.of())));

    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    final BlockingQueue<TurnInput> inputs = new LinkedBlockingQueue<>();
    final BlockingQueue<Capture> captures = new LinkedBlockingQueue<>();
    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    volatile int spokenMs = 300;

    NodeServices services() {
        return new NodeServices(
                () -> this,
                () ->
                        List.of(
                                new MachineView(
                                        "press-3",
                                        "Press 3",
                                        List.of("the big press"),
                                        "Line A",
                                        "PX-200"),
                                new MachineView("conveyor-1", "Conveyor 1", List.of(), null, null)),
                () -> List.of(new IndexedManual(MANUAL, "/manuals/px200.pdf", "ab12", 214, true)),
                ScriptedTurns::picture,
                () ->
                        List.of(
                                new EngineHealth("store", State.OK, "214 passages", null),
                                new EngineHealth(
                                        "language model",
                                        State.DEGRADED,
                                        "quote mode",
                                        "configure a model")),
                "0.1.0-test",
                new IncidentLog(
                        new MemoryIncidents(),
                        REGISTER,
                        text -> text.replace("Dupont", "[name]"),
                        System::currentTimeMillis));
    }

    private static byte[] picture(PageOfManual page) {
        if (page.equals(new PageOfManual("px200-service", "C", "en", 57))) {
            return PNG.clone();
        }
        throw new StageException(Stage.CORPUS, "page-missing", "There is no such page.");
    }

    @Override
    public void run(TurnInput input, AudioSink sink, Consumer<TurnEvent> events) {
        inputs.add(input);
        switch (input) {
            case TurnInput.Spoken(var audio, var machine) -> {
                Capture capture =
                        Endpointer.pushToTalk(EndpointLimits.DEFAULT).nextUtterance(audio);
                captures.add(capture);
                events.accept(new TurnEvent.Captured(capture));
                if (capture instanceof Utterance) {
                    String text = "what is the torque of the nozzle screws";
                    events.accept(new TurnEvent.Heard(new Transcript(text, List.of())));
                    answer(text, machine, sink, events);
                }
            }
            case TurnInput.Typed(String text, var machine) -> typed(text, machine, sink, events);
        }
        events.accept(
                new TurnEvent.Finished(new TurnTimings(1.04, 20.0, 31.0, 40.0, 40.5, 95.5, 400)));
    }

    private void typed(
            String text, @Nullable String machine, AudioSink sink, Consumer<TurnEvent> events) {
        switch (text) {
            case "break" ->
                    events.accept(
                            new TurnEvent.Failed(
                                    new StageException(
                                            Stage.STORE,
                                            "store-broken",
                                            "The store is broken: run andon index again")));
            case "bug" -> throw new IllegalStateException("secret detail");
            case "unknown" -> refuse(events);
            case "wait" -> {
                waiting.countDown();
                await(goOn);
                answer(text, machine, sink, events);
            }
            default -> answer(text, machine, sink, events);
        }
    }

    private void refuse(Consumer<TurnEvent> events) {
        events.accept(
                new TurnEvent.Replied(
                        new Reply.Refusal(
                                "The manuals do not say how to paint the press.",
                                List.of(),
                                "painting",
                                CITATION),
                        List.of("the manuals do not say how to paint the press")));
    }

    private void answer(
            String text, @Nullable String machine, AudioSink sink, Consumer<TurnEvent> events) {
        events.accept(
                new TurnEvent.Understood(
                        new Request.Ask(new Question(text, machine, List.of(), "en"))));
        events.accept(new TurnEvent.Retrieved(passages()));
        List<String> spoken = List.of("forty five newton metres");
        events.accept(
                new TurnEvent.Replied(
                        new Reply.Answer(
                                "Press 3, nozzle screws: 45 N·m, crosswise.",
                                spoken,
                                List.of(CITATION),
                                Reply.Mode.QUOTE),
                        spoken));
        // Read before the client can know that this turn speaks: it may change it for the next.
        int lengthMs = spokenMs;
        events.accept(new TurnEvent.Speaking(spoken.getFirst()));
        for (int ms = 0; ms < lengthMs; ms += 100) {
            sink.play(Sound.tone(AudioFormat.SPEECH, 440, 0.2, 100));
        }
    }

    private static List<Passage> passages() {
        return java.util.stream.IntStream.range(0, 12)
                .mapToObj(
                        i ->
                                new Passage(
                                        i,
                                        MANUAL,
                                        List.of("4 Maintenance", "Replacing the nozzle"),
                                        new PageRef(i == 1 ? null : "4-" + (12 + i), 57 + i),
                                        i == 0 ? QUOTE : "Passage " + i + " of the section.",
                                        new Evidence(0.5 - i / 100.0, i + 1, i + 1, 0.7, 1, false)))
                .toList();
    }

    private void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the test never went on");
            }
        } catch (InterruptedException e) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
        }
    }

    /// 1.5 s of something like a vowel between two pauses.
    static AudioChunk question() {
        return Sound.joined(
                Sound.silence(AudioFormat.SPEECH, 300),
                Sound.mixed(
                        Sound.tone(AudioFormat.SPEECH, 150, 0.2, 900),
                        Sound.tone(AudioFormat.SPEECH, 450, 0.2, 900)),
                Sound.silence(AudioFormat.SPEECH, 300));
    }
}
