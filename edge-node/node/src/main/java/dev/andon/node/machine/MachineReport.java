package dev.andon.node.machine;

import org.jspecify.annotations.Nullable;

/// What arrived of one machine.
///
/// @param machine the register's id
/// @param state of it
/// @param fault code or name of the fault, as the machine wrote it; null for none
/// @param at since when it is so by the machine's own clock, UTC milliseconds; null if it did not
///     say
/// @param arrivedAt by the node's clock, UTC milliseconds
/// @param kept whether somebody had kept it for whoever comes later: it may be old
public record MachineReport(
        String machine,
        MachineState state,
        @Nullable String fault,
        @Nullable Long at,
        long arrivedAt,
        boolean kept) {
    MachineReport withFault(@Nullable String registered) {
        return new MachineReport(machine, state, registered, at, arrivedAt, kept);
    }
}
