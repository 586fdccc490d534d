package dev.andon.config.source;

/// A file cannot be read as text or as YAML at all.
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /// @param problem which the caller hands to a person with its own exception
    public SourceException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /// What is wrong with the file.
    public Problem problem() {
        return problem;
    }
}
