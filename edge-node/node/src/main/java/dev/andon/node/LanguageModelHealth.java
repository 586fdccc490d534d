package dev.andon.node;

import dev.andon.knowledge.answer.LanguageModel;
import dev.andon.knowledge.llm.http.ServerHealth;
import dev.andon.knowledge.llm.http.ServerModel;
import dev.andon.knowledge.llm.llamacpp.LlamaModel;
import dev.andon.knowledge.llm.llamacpp.ModelHealth;
import dev.andon.node.web.EngineHealth;

import java.time.Duration;

/// How the language model is. Without it the manual is quoted, so its absence degrades the node and
/// does not stop it.
final class LanguageModelHealth {
    private static final String NAME = "language model";
    private static final String MEND = "andon doctor";

    private LanguageModelHealth() {}

    static EngineHealth of(LanguageModel model) {
        return switch (model) {
            case LlamaModel llama -> of(llama);
            case ServerModel server -> of(server);
            default -> new EngineHealth(NAME, EngineHealth.State.OK, model.name(), null);
        };
    }

    /// Waits until the model answers.
    ///
    /// @throws dev.andon.knowledge.StageException why it does not
    static void await(LanguageModel model, Duration max) {
        switch (model) {
            case LlamaModel llama -> llama.awaitReady(max);
            case ServerModel server -> server.probe();
            default -> model.requireReady();
        }
    }

    private static EngineHealth of(LlamaModel model) {
        return switch (model.health()) {
            case ModelHealth.Starting _ ->
                    new EngineHealth(
                            NAME, EngineHealth.State.DEGRADED, "loading " + model.name(), null);
            case ModelHealth.Ready ready ->
                    new EngineHealth(
                            NAME,
                            EngineHealth.State.OK,
                            model.name() + ", process " + ready.pid(),
                            null);
            case ModelHealth.Failed failed ->
                    new EngineHealth(NAME, EngineHealth.State.DEGRADED, failed.reason(), MEND);
        };
    }

    private static EngineHealth of(ServerModel model) {
        String where = model.name() + " at " + model.url();
        return switch (model.health()) {
            case ServerHealth.Untried _ ->
                    new EngineHealth(NAME, EngineHealth.State.OK, where + ", not asked yet", null);
            case ServerHealth.Answers _ ->
                    new EngineHealth(NAME, EngineHealth.State.OK, where, null);
            case ServerHealth.Failing(_, String reason) ->
                    new EngineHealth(NAME, EngineHealth.State.DEGRADED, reason, MEND);
        };
    }
}
