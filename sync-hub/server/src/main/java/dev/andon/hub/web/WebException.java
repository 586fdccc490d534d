package dev.andon.hub.web;

/// The API cannot be offered.
public final class WebException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code `port-taken`, `cannot-listen`
    /// @param message what, where and the mend
    public WebException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
