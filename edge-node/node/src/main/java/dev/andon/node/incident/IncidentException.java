package dev.andon.node.incident;

/// What was said of an incident cannot be so. Nothing was written.
public final class IncidentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code for programs: `unknown-incident`, `unknown-machine`, `ambiguous-machine`,
    ///     `unknown-fault`, `invalid-id`, `id-taken`, `in-the-future`, `too-early`, `wait-unsaid`,
    ///     `no-wait`, `already-restored`, `withdrawn`, `unknown-milestone`, `retracted`,
    ///     `last-milestone`, `too-many-milestones`, `text-too-long`
    /// @param message cause and mend
    public IncidentException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
