package dev.andon.config;

import dev.andon.config.source.Problem;

import java.util.List;
import java.util.stream.Collectors;

/// The configuration or the node's folder cannot be used. Nothing starts with it.
///
/// The message holds every problem, one a line.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// @param problems at least one
    public ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// A single problem with what caused it.
    public ConfigException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /// Each problem of the file.
    public List<Problem> problems() {
        return problems;
    }
}
