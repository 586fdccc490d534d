package dev.andon.node;

import dev.andon.knowledge.llm.llamacpp.LlamaModel;
import dev.andon.knowledge.llm.llamacpp.ModelHealth;
import dev.andon.node.web.EngineHealth;

/// How the language model is. Without it the manual is quoted, so its absence degrades the node and
/// does not stop it.
final class LanguageModelHealth {
    private static final String NAME = "language model";

    private LanguageModelHealth() {}

    static EngineHealth of(LlamaModel model) {
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
                    new EngineHealth(
                            NAME, EngineHealth.State.DEGRADED, failed.reason(), "andon doctor");
        };
    }
}
