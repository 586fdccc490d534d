package dev.andon.hub.pki;

/// Certificates or keys cannot be read or made. Nothing is made anew in their place: nodes trust
/// the old ones.
public final class PkiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code `damaged`, `unwritable`
    /// @param message what, where and the mend
    public PkiException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
