package dev.andon.protocol.fact;

/// The expert's reply was told to whoever asked.
///
/// @param reply id of the command `expertReply` that brought it
/// @param escalation that it answers
public record ReceiptFact(String reply, String escalation) implements Fact {
    @Override
    public String kind() {
        return "receipt";
    }
}
