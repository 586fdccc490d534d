package dev.andon.node.web;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageOfManual;
import dev.andon.node.audio.MemorySink;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnReport;
import dev.andon.node.turn.TurnReportCollector;
import dev.andon.node.web.UploadHandler.Upload;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// What the operations of `openapi.yaml` do, each on the virtual thread of its request.
final class Api {
    private static final String PAGE_MISSING = "page-missing";

    private final NodeServices services;
    private final TurnSlots slots;
    private final KeptReplies replies;
    private final WebLimits limits;
    private final Conversations conversations;

    Api(
            NodeServices services,
            TurnSlots slots,
            KeptReplies replies,
            Conversations conversations,
            WebLimits limits) {
        this.services = services;
        this.slots = slots;
        this.replies = replies;
        this.limits = limits;
        this.conversations = conversations;
    }

    /// Runs a turn to its end.
    ///
    /// @param conversation that it belongs to, by an id of the caller; null for one of its own
    /// @throws Problem.Refused the body is no question, the node is busy, or the turn broke
    ///     before it had a reply
    String ask(Upload upload, @Nullable String machine, @Nullable String conversation) {
        try (var _ = slots.take()) {
            TurnInput input = AskBody.read(upload, machine, limits);
            TurnReportCollector collector =
                    new TurnReportCollector(UUID.randomUUID().toString(), input);
            MemorySink sink = new MemorySink(limits.replyBytesMax());
            try (sink) {
                conversations.of(conversation).run(input, sink, collector);
            }
            TurnReport report = collector.report();
            if (report.failure() != null && report.reply() == null) {
                throw Problem.of(report.failure()).refused();
            }
            return report.withAudio(keep(sink.toWav())).toJson();
        }
    }

    private @Nullable String keep(byte[] wav) {
        return wav.length == 0 ? null : "/api/v1/audio/" + replies.keep(wav);
    }

    /// A spoken reply.
    ///
    /// @throws Problem.Refused it is unknown or was forgotten
    Buffer audio(String id) {
        Buffer wav = replies.find(id);
        if (wav == null) {
            throw new Problem(
                            404,
                            "audio-gone",
                            "This spoken reply is not kept any more.",
                            "id",
                            "Ask again; replies are kept for "
                                    + limits.replyMsMax() / 1_000
                                    + " s.")
                    .refused();
        }
        return wav;
    }

    String machines() {
        List<JsonObject> machines = services.machines().get().stream().map(Api::json).toList();
        return new JsonObject().put("machines", new JsonArray(machines)).encode();
    }

    String manuals() {
        List<JsonObject> manuals = services.manuals().get().stream().map(Api::json).toList();
        return new JsonObject().put("manuals", new JsonArray(manuals)).encode();
    }

    /// The picture of a page.
    ///
    /// @throws Problem.Refused there is no such page
    Buffer picture(PageOfManual page) {
        try {
            return Buffer.buffer(services.pictures().apply(page));
        } catch (StageException e) {
            if (!e.code().equals(PAGE_MISSING)) {
                throw e;
            }
            throw new Problem(
                            404,
                            PAGE_MISSING,
                            String.valueOf(e.getMessage()),
                            "page " + page.page() + " of " + page.manual(),
                            null)
                    .refused();
        }
    }

    String health() {
        List<EngineHealth> engines = services.health().get();
        return new JsonObject()
                .put("status", EngineHealth.worst(engines).label())
                .put("version", services.version())
                .put("engines", new JsonArray(engines.stream().map(Api::json).toList()))
                .encode();
    }

    /// @throws Problem.Refused an engine is starting or broken
    String ready() {
        List<EngineHealth> engines = services.health().get();
        String missing =
                engines.stream()
                        .filter(engine -> !engine.ready())
                        .map(engine -> engine.name() + " (" + engine.state().label() + ")")
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
        if (!missing.isEmpty()) {
            throw new Problem(
                            503,
                            "not-ready",
                            "Not ready: " + missing + ".",
                            "engines",
                            "GET /api/v1/health says why.")
                    .refused();
        }
        return new JsonObject().put("status", "ready").encode();
    }

    private static JsonObject json(MachineView machine) {
        return new JsonObject()
                .put("id", machine.id())
                .put("name", machine.name())
                .put("aliases", new JsonArray(machine.aliases()))
                .put("line", machine.line())
                .put("model", machine.model());
    }

    private static JsonObject json(IndexedManual indexed) {
        Manual manual = indexed.manual();
        return new JsonObject()
                .put("id", manual.id())
                .put("title", manual.title())
                .put("revision", manual.revision())
                .put("language", manual.language())
                .put("models", new JsonArray(manual.models()))
                .put("date", manual.date() == null ? null : manual.date().toString())
                .put("class", manual.documentClass().words())
                .put("file", Objects.toString(Path.of(indexed.file()).getFileName(), ""))
                .put("sha256", indexed.sha256())
                .put("passages", indexed.passages())
                .put("current", indexed.current());
    }

    private static JsonObject json(EngineHealth engine) {
        return new JsonObject()
                .put("name", engine.name())
                .put("state", engine.state().label())
                .put("detail", engine.detail())
                .put("mend", engine.mend());
    }
}
