package dev.andon.node.eval.dialogue;

import java.util.List;

/// What came of the dialogue of an opening.
///
/// @param stored incidents that stand now and did not before
/// @param right one does, with every slot as it was meant
/// @param rounds corrections and repetitions that it took
/// @param nos how often the person said no
/// @param noAsYes of these, those that led to an entry
/// @param lines of the talk, for reports
record OpeningResult(
        int stored, boolean right, int rounds, int nos, int noAsYes, List<String> lines) {
    OpeningResult {
        lines = List.copyOf(lines);
    }

    /// Something stands that was not meant.
    boolean wrongAction() {
        return stored > 0 && !right;
    }
}
