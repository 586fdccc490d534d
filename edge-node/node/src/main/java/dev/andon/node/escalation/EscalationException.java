package dev.andon.node.escalation;

/// A call or a reply that cannot be taken. Nothing was written.
public final class EscalationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code for programs: `no-question`, `text-too-long`, `unknown-machine`,
    ///     `ambiguous-machine`, `unknown-escalation`
    /// @param message cause and mend
    public EscalationException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
