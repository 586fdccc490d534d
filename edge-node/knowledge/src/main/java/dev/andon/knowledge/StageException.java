package dev.andon.knowledge;

/// The one failure of a stage: something broke that the caller cannot mend by asking differently.
///
/// An expected outcome (nothing found, nothing said) is a value, never this. The message is one
/// sentence for a person: what failed, where, and what mends it; the cause keeps the detail.
public final class StageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Stage stage;
    private final String code;

    /// A failure that began here.
    ///
    /// @param stage where it happened
    /// @param code stable, lower case with hyphens, for programs: `model-missing`,
    /// `audio-truncated`
    /// @param message what, where and the mend, for a person
    public StageException(Stage stage, String code, String message) {
        super(message);
        this.stage = stage;
        this.code = code;
    }

    /// As above, with the failure underneath.
    public StageException(Stage stage, String code, String message, Throwable cause) {
        super(message, cause);
        this.stage = stage;
        this.code = code;
    }

    /// The stage that failed.
    public Stage stage() {
        return stage;
    }

    /// The stable code of the failure.
    public String code() {
        return code;
    }
}
