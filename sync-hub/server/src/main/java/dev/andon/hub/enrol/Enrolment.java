package dev.andon.hub.enrol;

/// What came of a node's code.
public sealed interface Enrolment {
    /// @param node that it is now
    /// @param password at the broker, told this once
    record Done(String node, String password) implements Enrolment {
        /// Does not show the password.
        @Override
        public String toString() {
            return "Done[" + node + "]";
        }
    }

    /// @param code `not-a-code`, `other-hub`, `wrong-code`, `used-code`, `expired-code`,
    ///     `invalid-key`
    /// @param reason for a person, with the mend
    record Refused(String code, String reason) implements Enrolment {}
}
