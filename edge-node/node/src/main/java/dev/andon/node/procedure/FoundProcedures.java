package dev.andon.node.procedure;

import java.util.List;

/// What a person's words may mean among the procedures of the manuals.
public sealed interface FoundProcedures {
    /// This one, and no other.
    record One(ProcedureText procedure) implements FoundProcedures {}

    /// Any of these; the person chooses.
    ///
    /// @param procedures the best first
    /// @param more that fit as well and are not listed
    record Several(List<ProcedureText> procedures, int more) implements FoundProcedures {
        public Several {
            procedures = List.copyOf(procedures);
        }
    }

    /// None.
    ///
    /// @param nearest whose titles have some of the words, the best first
    record None(List<ProcedureText> nearest) implements FoundProcedures {
        public None {
            nearest = List.copyOf(nearest);
        }
    }
}
