package dev.andon.node.eval.dialogue;

import dev.andon.config.register.Machine;
import dev.andon.node.dialog.Command;
import dev.andon.node.dialog.Request;
import dev.andon.node.dialog.Slots;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What words were understood as, in the form in which tasks say what they mean.
///
/// @param label of the command; `question` for a question, `nothing` if there were no words
/// @param machine the register's id, several divided by commas; null for none
/// @param fault as understood, still to be looked up
/// @param waitFor `part`, `expert` or `permit`
/// @param since UTC milliseconds
/// @param number of a step
record Understood(
        String label,
        @Nullable String machine,
        @Nullable String fault,
        @Nullable String waitFor,
        @Nullable Long since,
        @Nullable Integer number) {

    static Understood of(@Nullable Request request) {
        return switch (request) {
            case null -> plain("nothing");
            case Request.Nothing _ -> plain("nothing");
            case Request.Ask _, Request.WhichMachine _ -> plain("question");
            case Request.Repeat _ -> plain("repeat");
            case Request.More _ -> plain("more");
            case Request.Stop _ -> plain("stop");
            case Request.Do(Command command, _) -> of(command);
        };
    }

    private static Understood of(Command command) {
        String label = command.label();
        return switch (command) {
            case Command.Entry(_, Slots slots) -> of(label, slots);
            case Command.Reaction(_, Slots slots) -> of(label, slots);
            case Command.Incidents(var machines) -> on(label, machines, null);
            case Command.Start(_, var machines) -> on(label, machines, null);
            case Command.Step(_, Integer number) -> on(label, List.of(), number);
            case Command.AtStep _, Command.Handover _, Command.CallExpert _ -> plain(label);
            case Command.Reading _, Command.Help _ -> plain(label);
        };
    }

    private static Understood plain(String label) {
        return on(label, List.of(), null);
    }

    private static Understood on(String label, List<Machine> machines, @Nullable Integer number) {
        return new Understood(label, ids(machines), null, null, null, number);
    }

    private static Understood of(String label, Slots slots) {
        Wait wait = slots.waitFor();
        return new Understood(
                label,
                ids(slots.machines()),
                slots.fault(),
                wait == null ? null : wait.name().toLowerCase(Locale.ROOT),
                slots.since() == null ? null : slots.since().at(),
                null);
    }

    private static @Nullable String ids(List<Machine> machines) {
        return machines.isEmpty()
                ? null
                : machines.stream().map(Machine::id).collect(Collectors.joining(","));
    }
}
