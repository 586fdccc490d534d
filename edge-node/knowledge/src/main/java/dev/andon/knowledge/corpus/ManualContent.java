package dev.andon.knowledge.corpus;

import java.util.List;

/// A manual as read from its file.
///
/// @param remarks what a person should know of it although it was read, such as pages that could
///     not be; a sentence each without its full stop
public record ManualContent(Manual manual, List<Block> blocks, List<String> remarks) {
    public ManualContent {
        blocks = List.copyOf(blocks);
        remarks = List.copyOf(remarks);
    }

    /// A manual that was read whole.
    public ManualContent(Manual manual, List<Block> blocks) {
        this(manual, blocks, List.of());
    }

    /// The same with more known of the manual.
    ManualContent with(Manual known) {
        return new ManualContent(known, blocks, remarks);
    }
}
