package dev.andon.node.handover;

/// A handover that cannot be given.
public final class HandoverException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code for programs: `from-after-to`, `in-the-future`, `too-long`, `cannot-write`
    /// @param message cause and mend
    public HandoverException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// @param cause of the failure
    public HandoverException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
