package dev.andon.models;

/// A model is not there, not whole, or cannot be fetched.
///
/// The message is for a person: what, where, and the mend.
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /// @param code stable, lower case with hyphens, for programs: `model-missing`
    /// @param message what, where and the mend
    public ModelException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// As above, with the failure underneath.
    public ModelException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// The stable code of the failure.
    public String code() {
        return code;
    }
}
