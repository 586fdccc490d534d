package dev.andon.node.eval.dialogue;

import dev.andon.config.register.AssetRegister;
import dev.andon.node.command.FaultOf;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Compares the slots that a task means with those that were understood. One that was understood
/// and not meant is wrong too.
///
/// @param now when it was said, UTC milliseconds
record SlotComparison(AssetRegister register, long now) {
    /// A stop is told to the minute.
    static final Duration NEAR = Duration.ofMinutes(1);

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    List<SlotSeen> of(DialogueTask task, Understood understood) {
        List<SlotSeen> slots = new ArrayList<>();
        add("machine", task.machine(), understood.machine(), slots);
        fault(task, understood.fault(), slots);
        add("wait", task.waitFor(), understood.waitFor(), slots);
        since(task, understood.since(), slots);
        add("number", text(task.number()), text(understood.number()), slots);
        return slots;
    }

    private static void add(
            String name, @Nullable String meant, @Nullable String seen, List<SlotSeen> slots) {
        if (meant != null || seen != null) {
            slots.add(new SlotSeen(name, meant, seen, Objects.equals(meant, seen)));
        }
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private void fault(DialogueTask task, @Nullable String seen, List<SlotSeen> slots) {
        String meant = task.fault();
        if (meant != null || seen != null) {
            boolean equal = meant != null && seen != null && calledSo(task.machine(), meant, seen);
            slots.add(new SlotSeen("fault", meant, seen, equal));
        }
    }

    /// Whether a machine takes it for this code, by the rule that the log is written by.
    private boolean calledSo(@Nullable String machine, String code, String said) {
        return register.machines().stream()
                .filter(each -> machine == null || each.id().equals(machine))
                .flatMap(each -> FaultOf.machine(each, said).stream())
                .anyMatch(fault -> fault.code().equals(code));
    }

    private void since(DialogueTask task, @Nullable Long seen, List<SlotSeen> slots) {
        Integer minutes = task.sinceMinutes();
        String clock = task.sinceClock();
        String meant = minutes == null ? clock : minutes + " min";
        if (meant == null && seen == null) {
            return;
        }
        boolean equal =
                seen != null
                        && (minutes != null
                                ? isNear(seen, now - Duration.ofMinutes(minutes).toMillis())
                                : clock != null && isOnTheClock(seen, clock));
        String shown = seen == null ? null : local(seen).toString();
        slots.add(new SlotSeen("since", meant, shown, equal));
    }

    static boolean isNear(long one, long other) {
        return Math.abs(one - other) <= NEAR.toMillis();
    }

    /// "half past seven" is the one that has passed last.
    private boolean isOnTheClock(long seen, String clock) {
        String[] parts = clock.split(":");
        LocalTime meant = LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        Duration apart = Duration.between(meant, local(seen)).abs();
        long off = apart.toMinutes() % HALF_A_DAY.toMinutes();
        boolean sameHands = off <= 1 || off >= HALF_A_DAY.toMinutes() - 1;
        return sameHands && seen <= now + 2 * NEAR.toMillis() && now - seen <= 86_400_000;
    }

    private static LocalTime local(long at) {
        return Instant.ofEpochMilli(at).atZone(ZoneId.systemDefault()).toLocalTime();
    }
}
