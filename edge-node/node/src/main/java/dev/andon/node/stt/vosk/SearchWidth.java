package dev.andon.node.stt.vosk;

import java.util.List;
import java.util.stream.Stream;

/// How much of what may have been said the decoder keeps in sight, in the lines of `model.conf`.
///
/// In a graph of phrases the whole price of a rare one is paid at its first word. A search as
/// narrow as that of the open graph gives it up there: "twelve minutes ago", clearly said, was lost
/// to yes and no.
///
/// @param beam natural logarithms that a path may be behind the best one
/// @param active paths at most
record SearchWidth(double beam, int active) {
    /// Of all commands; measured against a search without bounds it misses 1 of 30 best paths.
    static final SearchWidth COMMANDS = new SearchWidth(16.0, 4_000);

    /// Of answers: few, so it can afford to miss none.
    static final SearchWidth ANSWERS = new SearchWidth(20.0, 3_000);

    private static final String BEAM = "--beam=";
    private static final String ACTIVE = "--max-active=";

    /// The settings with this width in the place of their own.
    List<String> in(List<String> settings) {
        return Stream.concat(
                        settings.stream()
                                .filter(line -> !line.startsWith(BEAM))
                                .filter(line -> !line.startsWith(ACTIVE)),
                        Stream.of(BEAM + beam, ACTIVE + active))
                .toList();
    }
}
