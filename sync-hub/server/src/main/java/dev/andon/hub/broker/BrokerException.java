package dev.andon.hub.broker;

/// The broker does not start.
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code `port-taken`, `not-started`
    /// @param message what, where and the mend
    public BrokerException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// As above, with its cause.
    public BrokerException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
