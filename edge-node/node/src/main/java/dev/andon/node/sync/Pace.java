package dev.andon.node.sync;

import java.time.Duration;

/// How long the node waits for what.
///
/// @param silence of the hub, with something under way, until the node asks it again
/// @param silenceMax what that grows to while nothing is committed
/// @param greetMax between two greetings of a hub that does not answer
/// @param idle between two greetings while there is nothing to send: they keep the clocks compared
/// @param retry before something that the hub misses is sent again: it may be on its way
/// @param patience before the node believes that the hub went back: old words may come late
/// @param watchdog without progress until the link is ended
/// @param pauseMax the longest pause that a hub can ask for
/// @param presence of the hub is awaited so long on a new link before it is greeted unseen
/// @param step at most between two looks at the outbox, which another process may write to
public record Pace(
        Duration silence,
        Duration silenceMax,
        Duration greetMax,
        Duration idle,
        Duration retry,
        Duration patience,
        Duration watchdog,
        Duration pauseMax,
        Duration presence,
        Duration step) {
    /// In a plant.
    public static final Pace USUAL =
            new Pace(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1));
}
