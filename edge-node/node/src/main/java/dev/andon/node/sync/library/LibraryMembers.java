package dev.andon.node.sync.library;

import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.signature.TrustedKeys;

import java.util.Map;
import java.util.function.LongSupplier;

/// What a library is made of.
///
/// @param site of the plant
/// @param node id of this node
/// @param keys that were pinned at enrolment: whose signatures count
/// @param files where everything lies
/// @param ledger what is known of it
/// @param installers by kind; a kind without one is refused
/// @param disk how much room there is
/// @param time the hub's clock as far as the node knows it, UTC milliseconds
public record LibraryMembers(
        String site,
        String node,
        TrustedKeys keys,
        LibraryFiles files,
        Ledger ledger,
        Map<DocumentKind, Installer> installers,
        Disk disk,
        LongSupplier time) {
    public LibraryMembers {
        installers = Map.copyOf(installers);
    }
}
