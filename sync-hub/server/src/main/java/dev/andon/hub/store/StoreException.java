package dev.andon.hub.store;

/// The hub's database does not do what was asked.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code `unknown-database`, `unreachable`, `damaged`, `newer`, `disk-full`, `conflict`,
    ///     `failed`
    /// @param message what, where and the mend
    public StoreException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// As above, with its cause.
    public StoreException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
