package dev.andon.protocol;

import java.util.Map;

/// Hub to one node: do something. Doing it twice is doing it once.
///
/// @param id of the command, unique; the answer carries it
/// @param name `resync` (send again from the hub's mark, look at the library again), `status` (say
///     how you are), `expertReply` (see [ExpertReply]). A node answers `unknown-command` to what it
///     does not know.
/// @param arguments text by name
/// @param expires after this it is not to be done any more, UTC milliseconds
public record Command(String id, String name, Map<String, String> arguments, long expires)
        implements SyncMessage {
    public Command {
        arguments = Map.copyOf(arguments);
    }
}
