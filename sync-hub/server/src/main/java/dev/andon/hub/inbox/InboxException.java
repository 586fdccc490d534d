package dev.andon.hub.inbox;

/// An answer that cannot be taken. Nothing was written.
public final class InboxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code for programs: `unknown-escalation`, `ambiguous-escalation`, `no-answer`,
    ///     `text-too-long`
    /// @param message cause and mend
    public InboxException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
