package dev.andon.node.sync;

/// When the hub is to be greeted: at once, then less and less often until it answers. Bookkeeping
/// over milliseconds, for one thread.
final class Greeting {
    private final Pace pace;
    private boolean answered;
    private long dueMs;
    private long pauseMs;
    private long askedMs = -1;

    Greeting(Pace pace) {
        this.pace = pace;
        this.pauseMs = pace.silence().toMillis();
    }

    boolean answered() {
        return answered;
    }

    /// When the hub was greeted and has not answered since; -1 if it was not.
    long askedMs() {
        return askedMs;
    }

    /// Whether it was asked again after it had answered, and says nothing now.
    boolean unanswered(long nowMs) {
        return answered && askedMs >= 0 && nowMs - askedMs > pace.silence().toMillis();
    }

    void begin(long nowMs) {
        answered = false;
        dueMs = nowMs;
        askedMs = -1;
        pauseMs = pace.silence().toMillis();
    }

    void hurry(long nowMs) {
        dueMs = Math.min(dueMs, nowMs);
        pauseMs = pace.silence().toMillis();
    }

    boolean due(long nowMs) {
        return nowMs >= dueMs;
    }

    /// It is greeted now. The first greeting counts for the clock: an answer cannot be older.
    void asked(long nowMs) {
        if (askedMs < 0) {
            askedMs = nowMs;
        }
        dueMs = nowMs + pauseMs;
        pauseMs = Math.min(pauseMs * 2, pace.greetMax().toMillis());
    }

    void answer() {
        answered = true;
        askedMs = -1;
    }
}
