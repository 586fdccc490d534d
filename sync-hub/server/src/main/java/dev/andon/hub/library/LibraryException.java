package dev.andon.hub.library;

/// The library refuses what was asked, or cannot do it.
public final class LibraryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code for programs: `empty`, `too-large`, `not-readable`, `id-invalid`,
    ///     `revision-unknown`, `revision-order`, `questions-invalid`, `manifest-too-large`,
    ///     `catalog-too-large`, `unknown-document`, `unknown-revision`, `unknown-ring`,
    ///     `not-staged`, `not-proven`, `no-previous`, `busy`, `damaged`
    /// @param message what, where and the mend
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
