package dev.andon.hub;

/// The hub cannot run.
public final class HubException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code `runs-already`, `no-hub`, `unwritable`
    /// @param message what, where and the mend
    public HubException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// As above, with its cause.
    public HubException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
