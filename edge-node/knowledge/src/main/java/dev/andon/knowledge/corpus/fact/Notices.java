package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.fact.Fact.Notice;

import java.util.List;
import java.util.stream.Stream;

/// Takes over the safety notices.
final class Notices {
    private Notices() {}

    /// The notices that say something, in reading order.
    static List<Notice> in(Place place, List<Block> blocks) {
        return blocks.stream().flatMap(block -> notice(place, block)).toList();
    }

    private static Stream<Notice> notice(Place place, Block block) {
        return block instanceof Block.Notice(var signal, var text, var page) && !text.isEmpty()
                ? Stream.of(new Notice(signal, text, place.span(page, text)))
                : Stream.empty();
    }
}
