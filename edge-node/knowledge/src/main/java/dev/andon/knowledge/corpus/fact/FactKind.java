package dev.andon.knowledge.corpus.fact;

/// The kinds of facts, for whoever wants some of them only.
public enum FactKind {
    /// [Fact.Value]
    VALUE,
    /// [Fact.Fault]
    FAULT,
    /// [Fact.Procedure]
    PROCEDURE,
    /// [Fact.Notice]
    NOTICE;

    /// The kind of a fact.
    public static FactKind of(Fact fact) {
        return switch (fact) {
            case Fact.Value _ -> VALUE;
            case Fact.Fault _ -> FAULT;
            case Fact.Procedure _ -> PROCEDURE;
            case Fact.Notice _ -> NOTICE;
        };
    }
}
