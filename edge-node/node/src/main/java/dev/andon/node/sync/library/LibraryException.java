package dev.andon.node.sync.library;

/// A revision cannot be taken into use; what served before goes on serving.
public final class LibraryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /// @param code as in [dev.andon.protocol.fact.InstallationFact], or `block-missing`,
    ///     `corrupt-vector`, `wrong-manifest`, `not-ours`, `node-failed`
    /// @param message for a person at the hub: what and why, and the mend
    public LibraryException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// As above, with its cause.
    public LibraryException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
