package dev.andon.protocol.fact;

import java.util.List;

/// A shift handed over to the next.
///
/// @param handover unique for ever
/// @param from begin of the shift, UTC milliseconds
/// @param to its end
/// @param open incidents that were open then
/// @param text as spoken, redacted
public record HandoverFact(String handover, long from, long to, List<String> open, String text)
        implements Fact {
    public HandoverFact {
        open = List.copyOf(open);
    }

    @Override
    public String kind() {
        return "handover";
    }
}
