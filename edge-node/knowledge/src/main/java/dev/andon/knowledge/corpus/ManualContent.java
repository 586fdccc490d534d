package dev.andon.knowledge.corpus;

import java.util.List;

/// A manual as read from its file.
public record ManualContent(Manual manual, List<Block> blocks) {
    public ManualContent {
        blocks = List.copyOf(blocks);
    }
}
