package dev.andon.hub.cli;

/// The hub cannot be asked, or refused.
final class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code that of the hub's problem, or `no-hub`, `unreachable`, `no-token`
    /// @param message what, where and the mend
    ClientException(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
