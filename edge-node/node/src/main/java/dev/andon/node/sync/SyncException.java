package dev.andon.node.sync;

/// Something between this node and its hub cannot be done.
public final class SyncException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code for programs
    /// @param message what, where and the mend, for a person
    public SyncException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// As above, with the failure underneath.
    public SyncException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
