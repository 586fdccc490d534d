package dev.andon.node.bench.sync;

import dev.andon.node.bench.sync.Questioning.Judged;
import dev.andon.node.demo.DemoFleet;
import dev.andon.node.demo.DemoNode;

import java.time.Duration;

/// From the end of the command that stages a revision until the first answer that cites it, while
/// many people ask the same question all the time: none may hear of both revisions at once.
final class PromotePart implements SyncPart {
    private static final Duration ANSWERED_MAX = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "promote";
    }

    @Override
    public void measure(Stand stand) {
        DemoNode demo = stand.demo().get();
        try (DemoFleet fleet = DemoFleet.join(demo);
                Questioning questioning = Questioning.begin(demo.node(), stand.sizes().askers())) {
            Waiting.until(
                    "Everybody hears of revision C",
                    ANSWERED_MAX,
                    () -> questioning.heard(Judged.OLD) >= stand.sizes().askers());
            fleet.push();
            long staged = System.nanoTime();
            Waiting.until(
                    "An answer cites revision D", ANSWERED_MAX, questioning::everybodyHeardNew);
            double seconds = Math.max(0, (questioning.firstNewAt() - staged) / 1e9);
            tell(stand, questioning, seconds);
        }
    }

    private static void tell(Stand stand, Questioning questioning, double seconds) {
        String against =
                "%d people ask at once: %d answers from C, %d from D, %d of neither"
                        .formatted(
                                stand.sizes().askers(),
                                questioning.heard(Judged.OLD),
                                questioning.heard(Judged.NEW),
                                questioning.heard(Judged.NEITHER));
        stand.figure("promote_to_answer_s", seconds, "s", against);
        stand.atMost(0, "mixed_answers", questioning.heard(Judged.MIXED), "answers", against);
    }
}
