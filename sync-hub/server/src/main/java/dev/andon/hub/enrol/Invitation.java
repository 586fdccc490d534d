package dev.andon.hub.enrol;

import java.time.Instant;

/// What came of inviting a node.
public sealed interface Invitation {
    /// @param node that may enrol
    /// @param code to be given to it, once; only its hash is kept
    /// @param expires after this it is worthless
    /// @param replaces whether the node is enrolled already: its credentials stop working when the
    ///     code is used
    record Open(String node, String code, Instant expires, boolean replaces) implements Invitation {
        /// Does not show the code.
        @Override
        public String toString() {
            return "Open[%s, until %s]".formatted(node, expires);
        }
    }

    /// @param code `invalid-node`, `reserved-node`
    /// @param reason for a person, with the mend
    record Refused(String code, String reason) implements Invitation {}
}
