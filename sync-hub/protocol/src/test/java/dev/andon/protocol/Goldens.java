package dev.andon.protocol;

import dev.andon.protocol.Catalog.Entry;
import dev.andon.protocol.Catalog.Ring;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Manifest.Vectors;
import dev.andon.protocol.NodeStatus.DiskState;
import dev.andon.protocol.NodeStatus.EngineState;
import dev.andon.protocol.NodeStatus.Installed;
import dev.andon.protocol.NodeStatus.OutboxState;
import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.EscalationFact.Step;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.HandoverFact;
import dev.andon.protocol.fact.HealthFact;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.InstallationFact;
import dev.andon.protocol.fact.MilestoneFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;
import dev.andon.protocol.fact.ReceiptFact;
import dev.andon.protocol.fact.TurnFact;
import dev.andon.protocol.fact.TurnFact.Citation;
import dev.andon.protocol.signature.SignedEnvelope;
import dev.andon.protocol.signature.SigningKey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the golden files hold: every message, every fact and the envelopes, with all of their
/// fields and with as few as they may have. They are the examples of `docs/sync-protocol.md` too.
final class Goldens {
    private static final long AT = 1_782_212_400_000L;
    private static final String EPOCH = "8f1c2a7e90b3d455";
    private static final String BOOT = "2f0c1d1e-6d0f-4b7e-9a53-0c5f1b7a8e21";
    private static final String INCIDENT = "5b9d7f5e-6f0a-4c64-9f6b-2f9f0f3b1c11";

    /// Made for these files; it signs nothing else.
    private static final String SECRET =
            "302e020100300506032b65700422042065e9b5d16b5a3b8aa02d26225d3a155c22d418ed65e749d66fa9e003fe3490a7";

    private static final String KNOWN =
            "302a300506032b65700321002c36d4c6e9e49fd779f5d408e75381db7b0e1f6031b3d13481ed30e87ee18c85";

    private Goldens() {}

    /// Messages that [SyncCodec] writes.
    static Map<String, SyncMessage> messages() {
        Map<String, SyncMessage> all = new LinkedHashMap<>();
        all.put(
                "ack",
                new Ack(
                        EPOCH,
                        1041,
                        List.of(new Ack.Range(1043, 1044)),
                        List.of(new Ack.Rejected(1042, "unknown-fact")),
                        0,
                        AT + 412));
        all.put("ack-first", new Ack(EPOCH, 0, List.of(), List.of(), 250, AT));
        all.put("node-status", status());
        all.put("node-status-death", NodeStatus.death("line-3-left", EPOCH, AT, "0.1.0"));
        all.put("hub-status", new HubStatus("plant-7", true, "0.1.0", List.of(1), AT));
        all.put(
                "want",
                new Want("line-3-left", hash("manifest"), List.of(hash("one"), hash("two"))));
        all.put(
                "command",
                new Command(
                        "c7f6e1de-3c3e-4f0f-8a7c-9d5d8b9b6f10",
                        "resync",
                        Map.of("reason", "restored backup"),
                        AT + 60_000));
        all.put(
                "command-expert-reply",
                new Command(
                        "c7f6e1de-3c3e-4f0f-8a7c-9d5d8b9b6f11",
                        ExpertReply.COMMAND,
                        Map.of(
                                "escalation",
                                "8c1d7c1e-0f7b-4a35-8d8e-6b6f5b6c7d02",
                                "text",
                                "Look at the seal behind the guard."),
                        AT + 60_000));
        all.put(
                "command-result",
                new CommandResult(
                        "c7f6e1de-3c3e-4f0f-8a7c-9d5d8b9b6f10",
                        "line-3-left",
                        true,
                        "done",
                        "Sent again from 1042."));
        all.put("catalog", catalog());
        all.put("manifest", manifest());
        all.put("manifest-register", register());
        return all;
    }

    /// Facts, as they lie in an event.
    static Map<String, Fact> facts() {
        Map<String, Fact> all = new LinkedHashMap<>();
        all.put("turn", turn());
        all.put(
                "turn-failed",
                new TurnFact("t-0413", null, null, "none", null, List.of(), null, Map.of(), "stt"));
        all.put("incident", incident(Moment.RESTORED, "sensor dirty", "cleaned it", false));
        all.put("incident-withdrawn", incident(Moment.DECLARED, null, null, true));
        all.put("milestone", milestone(2, Moment.WAITING, Wait.PART));
        all.put("milestone-declared", milestone(1, Moment.DECLARED, null));
        all.put(
                "handover",
                new HandoverFact(
                        "0c9d4b0e-93ff-4b0e-8f44-3a1d44a0c001",
                        AT - 28_800_000,
                        AT,
                        List.of(INCIDENT),
                        "Station 4 waits for a part."));
        all.put(
                "escalation",
                new EscalationFact(
                        "8c1d7c1e-0f7b-4a35-8d8e-6b6f5b6c7d02",
                        INCIDENT,
                        "px-200-4",
                        "Why does E42 come back?",
                        List.of(new Citation("px200-service", "C", "48")),
                        List.of(
                                new Step(Moment.DECLARED, AT - 5_000, null),
                                new Step(Moment.WAITING, AT - 1_000, Wait.EXPERT))));
        all.put(
                "installation",
                new InstallationFact(
                        "manual/px200-service",
                        12,
                        "C",
                        "installed",
                        null,
                        null,
                        1_204_992,
                        50_331_648,
                        45,
                        0,
                        6,
                        6,
                        8_412));
        all.put(
                "installation-refused",
                new InstallationFact(
                        "manual/px200-service",
                        13,
                        "D",
                        "refused",
                        "wrong-signature",
                        "The signature does not match what it signs.",
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        31));
        all.put("health", new HealthFact("clock", "degraded", "The clock jumped by 420 s."));
        all.put("health-ok", new HealthFact("engine/store", "ok", null));
        all.put(
                "receipt",
                new ReceiptFact(
                        "c7f6e1de-3c3e-4f0f-8a7c-9d5d8b9b6f11",
                        "8c1d7c1e-0f7b-4a35-8d8e-6b6f5b6c7d02"));
        return all;
    }

    /// Events: the first of each fact.
    static Map<String, Event> events() {
        Map<String, Event> all = new LinkedHashMap<>();
        long seq = 1042;
        for (var each : facts().entrySet()) {
            long up = 86_400_000 + seq;
            all.put("event-" + each.getKey(), new Event(seq, AT, BOOT, up, each.getValue()));
            seq++;
        }
        return all;
    }

    /// A batch as it is before it is packed.
    static Map<String, String> batches() {
        List<String> texts = new ArrayList<>();
        events().values().stream().limit(2).map(EventCodec::text).forEach(texts::add);
        EventCodec.Head full =
                new EventCodec.Head(
                        "line-3-left",
                        EPOCH,
                        List.of(new Gone(1030, 1039, "turn", "disk")),
                        new ClockReading(BOOT, 86_401_000, AT, -412));
        EventCodec.Head bare = new EventCodec.Head("line-3-left", EPOCH, List.of(), null);
        return Map.of(
                "event-batch", BatchText.of(EventCodec.pack(full, texts)),
                "event-batch-empty", BatchText.of(EventCodec.pack(bare, List.of())));
    }

    /// Envelopes around the payloads of the messages.
    static Map<String, SignedEnvelope> envelopes() {
        return Map.of(
                "envelope-catalog",
                key().sign(SignedEnvelope.CATALOG, SyncCodec.encode(catalog())),
                "envelope-manifest",
                key().sign(SignedEnvelope.MANIFEST, SyncCodec.encode(manifest())));
    }

    static SigningKey key() {
        try {
            return SigningKey.of(HexFormat.of().parseHex(SECRET), HexFormat.of().parseHex(KNOWN));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NodeStatus status() {
        return new NodeStatus(
                "line-3-left",
                EPOCH,
                true,
                AT,
                "0.1.0",
                List.of(1),
                new OutboxState(17, 24_118, AT - 90_000, 1058, 0, 1),
                List.of(
                        new Installed("manual", "px200-service", 12, "C", true),
                        new Installed("manual", "px200-service", 11, "B", false)),
                List.of("vosk-en", "andon-embed"),
                "andon-embed@3f6c/onnx-1.29/query: /mean/512/384",
                -412L,
                new DiskState(18_253_611_008L, true),
                List.of(
                        new EngineState("stt", "ok", null),
                        new EngineState("tts", "failed", "no voice for fr")));
    }

    private static Catalog catalog() {
        return new Catalog(
                "plant-7",
                42,
                AT,
                AT + 604_800_000,
                List.of(new Ring("canary", List.of("line-3-left"))),
                List.of(
                        new Entry(
                                DocumentKind.MANUAL,
                                "px200-service",
                                12,
                                "C",
                                Sha256.of(SyncCodec.encode(manifest())),
                                List.of("canary"),
                                false),
                        new Entry(
                                DocumentKind.REGISTER,
                                "assets",
                                3,
                                "2026-06",
                                Sha256.of(SyncCodec.encode(register())),
                                List.of("canary", Catalog.EVERYONE),
                                true)));
    }

    private static Manifest manifest() {
        return new Manifest(
                DocumentKind.MANUAL,
                "px200-service",
                12,
                "C",
                "PX-200 service manual",
                AT,
                AT + 31_536_000_000L,
                List.of("PX-200"),
                "en",
                "2026-05-04",
                "manual",
                "PX-200 service manual.pdf",
                "application/pdf",
                new FileTree(hash("file"), 51_536_640, hash("root"), 252),
                new Vectors(
                        "andon-embed@3f6c/onnx-1.29/query: /mean/512/384",
                        384,
                        612,
                        new FileTree(hash("vectors"), 979_200, hash("vectors root"), 36)),
                new FileTree(hash("questions"), 812, hash("questions root"), 36));
    }

    private static Manifest register() {
        return new Manifest(
                DocumentKind.REGISTER,
                "assets",
                3,
                "2026-06",
                "Asset register",
                AT,
                AT + 31_536_000_000L,
                List.of(),
                null,
                null,
                null,
                "assets.yaml",
                "application/yaml",
                new FileTree(hash("register"), 4_096, hash("register root"), 36),
                null,
                null);
    }

    private static TurnFact turn() {
        return new TurnFact(
                "t-0412",
                "px-200-4",
                "what is the torque for the clamp screws",
                "answer",
                "Tighten the clamp screws to 12 Nm. Service manual, revision C, page 48.",
                List.of(
                        new Citation("px200-service", "C", "48"),
                        new Citation("px200-bulletin", null, null)),
                "quote",
                Map.of("stt", 212.5),
                null);
    }

    private static IncidentFact incident(
            Moment state, String cause, String note, boolean withdrawn) {
        return new IncidentFact(
                INCIDENT,
                withdrawn ? 2 : 7,
                "px-200-4",
                withdrawn ? null : "line-3",
                withdrawn ? null : "E42",
                state,
                cause,
                note,
                "voice",
                withdrawn);
    }

    private static MilestoneFact milestone(int ordinal, Moment moment, Wait waitFor) {
        return new MilestoneFact(INCIDENT, ordinal, moment, AT - 5_000, waitFor, "said", false);
    }

    private static String hash(String of) {
        return Sha256.of(of.getBytes(StandardCharsets.UTF_8));
    }
}
