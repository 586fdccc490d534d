package dev.andon.hub.library;

import java.util.List;

/// What came of an addition.
///
/// @param revision in the library now
/// @param already whether the same bytes were there before, and nothing was done
/// @param blocks that it has
/// @param bytesNew of these blocks that no earlier file has: what a node must fetch that has every
///     earlier one
/// @param passages of a manual; 0 for other kinds
/// @param vectorsMade anew; the others are an earlier revision's
/// @param questions to be asked before it is served
/// @param remarks what a person should know although it was added; a sentence each without its full
///     stop
public record Added(
        Revision revision,
        boolean already,
        int blocks,
        long bytesNew,
        int passages,
        int vectorsMade,
        int questions,
        List<String> remarks) {
    public Added {
        remarks = List.copyOf(remarks);
    }

    static Added already(Revision revision) {
        return new Added(revision, true, 0, 0, 0, 0, 0, List.of());
    }
}
