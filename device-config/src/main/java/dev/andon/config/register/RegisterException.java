package dev.andon.config.register;

import dev.andon.config.source.Problem;

import java.util.List;
import java.util.stream.Collectors;

/// A register cannot be used. The message holds every problem of the file, one a line.
public final class RegisterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// @param problems at least one
    public RegisterException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// A single problem with what caused it.
    public RegisterException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /// Each problem of the file, in the order of its lines.
    public List<Problem> problems() {
        return problems;
    }
}
