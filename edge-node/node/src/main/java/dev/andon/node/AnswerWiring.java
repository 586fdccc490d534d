package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.DeviceConfig.Answering;
import dev.andon.config.DeviceConfig.Backend;
import dev.andon.config.DeviceConfig.Mode;
import dev.andon.config.Loopback;
import dev.andon.config.NodeHome;
import dev.andon.knowledge.answer.Answerer;
import dev.andon.knowledge.answer.LanguageModel;
import dev.andon.knowledge.answer.QuoteAnswerer;
import dev.andon.knowledge.answer.SelectAnswerer;
import dev.andon.knowledge.answer.egress.EgressLog;
import dev.andon.knowledge.answer.egress.RemotePolicy;
import dev.andon.knowledge.answer.grounding.GroundingCheck;
import dev.andon.knowledge.answer.wording.WordAnswerer;
import dev.andon.knowledge.answer.wording.WordingLimits;
import dev.andon.knowledge.corpus.DocumentClass;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Who answers, out of the configuration and the language model.
final class AnswerWiring {
    private AnswerWiring() {}

    /// @param model null if none is configured
    static Answerer answerer(DeviceConfig config, NodeHome home, @Nullable LanguageModel model) {
        QuoteAnswerer quotes = new QuoteAnswerer(Set.of("en"));
        if (model == null) {
            return quotes;
        }
        Answering answering = config.answering();
        RemotePolicy remote = remote(answering, home);
        return switch (answering.mode()) {
            case SELECT -> new SelectAnswerer(model, quotes, timeMax(answering), remote);
            case WORD ->
                    new WordAnswerer(
                            model,
                            quotes,
                            (question, passages) -> new GroundingCheck(question, passages)::check,
                            limits(answering),
                            remote);
        };
    }

    /// Whether a model has a beginning to evaluate before the first question.
    static boolean warmsUp(Answering answering) {
        return answering.mode() == Mode.WORD && answering.backend() == Backend.LLAMACPP;
    }

    static Duration timeMax(Answering answering) {
        return Duration.ofSeconds(answering.timeOutSeconds());
    }

    private static WordingLimits limits(Answering answering) {
        return new WordingLimits(
                answering.contextTokens(),
                answering.tokensMax(),
                timeMax(answering),
                Duration.ofMillis(answering.firstSentenceMsMax()),
                quoteFirst(answering) ? Duration.ofMillis(answering.followUpMsMax()) : null);
    }

    private static boolean quoteFirst(Answering answering) {
        return switch (answering.quoteFirst()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> answering.backend() == Backend.LLAMACPP && answering.gpuLayers() == 0;
        };
    }

    private static @Nullable RemotePolicy remote(Answering answering, NodeHome home) {
        URI server = answering.server().url();
        return server == null || Loopback.is(server)
                ? null
                : new RemotePolicy(
                        server.toString(),
                        answering.remote().documentClasses().stream()
                                .map(word -> DocumentClass.valueOf(word.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toSet()),
                        new EgressLog(home.egressLog(), Clock.systemUTC()));
    }
}
