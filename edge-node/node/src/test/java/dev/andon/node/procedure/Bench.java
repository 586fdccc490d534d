package dev.andon.node.procedure;

import java.time.Duration;

/// Procedures on one machine, with clocks and a library that a test sets.
final class Bench {
    static final String PRESS = "press-3";
    static final Duration SHIFT = Duration.ofHours(8);

    final RunStore runs;
    Stamp now = new Stamp(1_770_000_000_000L, "boot-1", 1_000);
    ManualNow manual = new ManualNow.Same();
    private Procedures procedures;

    Bench() {
        this(new MemoryRuns());
    }

    Bench(RunStore runs) {
        this.runs = runs;
        this.procedures = fresh();
    }

    /// Andon starts anew.
    void restart() {
        procedures = fresh();
    }

    void pass(Duration time) {
        now = new Stamp(now.at() + time.toMillis(), now.boot(), now.upMs() + time.toMillis());
    }

    Outcome start(ProcedureText text) {
        return procedures.start(PRESS, text);
    }

    Outcome move(Move move) {
        return procedures.move(PRESS, move);
    }

    Outcome confirm(String number) {
        return move(new Move.Confirm(number, null));
    }

    Outcome hear(String words) {
        return procedures.hear(PRESS, words);
    }

    ProcedureRun run() {
        return procedures.current(PRESS).orElseThrow();
    }

    String at() {
        return run().step().number();
    }

    /// Begins and goes on to a step, rightly.
    Bench startedAt(ProcedureText text, String number) {
        start(text);
        while (!at().equals(number)) {
            confirm(at());
        }
        return this;
    }

    private Procedures fresh() {
        return new Procedures(runs, _ -> manual, SHIFT, () -> now);
    }
}
