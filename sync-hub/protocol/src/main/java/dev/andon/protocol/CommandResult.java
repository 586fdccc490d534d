package dev.andon.protocol;

/// Node to hub: what came of a command.
///
/// @param id of the command
/// @param node that did it
/// @param done whether it was done
/// @param code `done`, `unknown-command`, `expired`, `failed`
/// @param message for a person
public record CommandResult(String id, String node, boolean done, String code, String message)
        implements SyncMessage {
    public CommandResult {
        Names.name(node);
    }
}
