package dev.andon.knowledge.llm.http;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.failsafe.CircuitBreaker;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Leaves a server alone that fails again and again, so that nobody waits for it; lets one request
/// try it after a while.
final class Breaker {
    /// A request that was given up sooner says nothing of the server: somebody interrupted.
    private static final Duration GIVEN_UP_LATE = Duration.ofSeconds(1);

    private final CircuitBreaker<Object> circuit;
    private volatile ServerHealth health = new ServerHealth.Untried();

    Breaker(int failuresMax, Duration suspended) {
        this.circuit =
                CircuitBreaker.builder()
                        .withFailureThreshold(failuresMax)
                        .withDelay(suspended)
                        .build();
    }

    /// @throws StageException `model-suspended`
    void admit() {
        if (!circuit.tryAcquirePermit()) {
            throw suspended();
        }
    }

    /// The same without asking for the one try.
    void requireClosed() {
        if (circuit.isOpen() && !circuit.getRemainingDelay().isZero()) {
            throw suspended();
        }
    }

    private StageException suspended() {
        String reason =
                health instanceof ServerHealth.Failing(_, String why) ? " (" + why + ")" : "";
        return new StageException(
                Stage.LANGUAGE_MODEL,
                "model-suspended",
                "The model server failed too often and is tried again in %d s%s."
                        .formatted(circuit.getRemainingDelay().toSeconds() + 1, reason));
    }

    void succeeded() {
        circuit.recordSuccess();
        health = new ServerHealth.Answers();
    }

    void failed(StageException why) {
        circuit.recordFailure();
        health = new ServerHealth.Failing(false, reason(why));
    }

    /// The caller left before anything came.
    void givenUp(Duration waited) {
        if (circuit.isHalfOpen() || waited.compareTo(GIVEN_UP_LATE) >= 0) {
            failed(
                    new StageException(
                            Stage.LANGUAGE_MODEL,
                            "model-late",
                            "The model server had said nothing after %d ms."
                                    .formatted(waited.toMillis())));
        }
    }

    ServerHealth health() {
        @Nullable ServerHealth now = health;
        return now instanceof ServerHealth.Failing(_, String reason)
                ? new ServerHealth.Failing(circuit.isOpen(), reason)
                : now;
    }

    private static String reason(StageException why) {
        return String.valueOf(why.getMessage());
    }
}
