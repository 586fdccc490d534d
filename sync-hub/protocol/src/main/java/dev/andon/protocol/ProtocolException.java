package dev.andon.protocol;

import org.jspecify.annotations.Nullable;

/// What came over the wire is not what the contract says.
public final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code for programs: `not-json`, `wrong-type`, `missing-field`, `too-large`,
    ///     `wrong-signature`, `unknown-key`, `unknown-fact`, `invalid-fact`, `not-a-block-list`,
    ///     `corrupt-vector`, `corrupt-block`, `not-a-bundle`
    /// @param message what, where, and why
    public ProtocolException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// As above, with its cause.
    public ProtocolException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
