package dev.andon.protocol;

import java.util.List;

/// Hub to everybody, retained: who the hub is. A node picks the highest version that both speak.
///
/// @param site of the plant
/// @param online false in the will
/// @param version of the software
/// @param protocols versions of this contract that it speaks
/// @param hubTime its clock, UTC milliseconds
public record HubStatus(
        String site, boolean online, String version, List<Integer> protocols, long hubTime)
        implements SyncMessage {
    public HubStatus {
        Names.name(site);
        protocols = List.copyOf(protocols);
    }
}
