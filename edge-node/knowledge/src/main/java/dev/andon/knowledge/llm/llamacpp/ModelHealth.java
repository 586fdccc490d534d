package dev.andon.knowledge.llm.llamacpp;

/// How a model is, for a health page.
public sealed interface ModelHealth {
    /// Loading, or about to be started anew.
    ///
    /// @param restarts so far
    record Starting(int restarts) implements ModelHealth {}

    /// Answers.
    ///
    /// @param pid of the child process
    /// @param restarts so far
    record Ready(long pid, int restarts) implements ModelHealth {}

    /// Down until the node is restarted.
    ///
    /// @param code stable, for programs: `model-missing`
    /// @param reason for a person, with the mend
    record Failed(String code, String reason) implements ModelHealth {}
}
