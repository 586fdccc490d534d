package dev.andon.knowledge.llm.http;

/// How a server is, as far as the last request tells; for a health page.
public sealed interface ServerHealth {
    /// Nothing was asked of it yet.
    record Untried() implements ServerHealth {}

    /// It answered.
    record Answers() implements ServerHealth {}

    /// It did not.
    ///
    /// @param suspended whether it is left alone for a while
    /// @param reason for a person, with the mend
    record Failing(boolean suspended, String reason) implements ServerHealth {}
}
