package dev.andon.hub.library.reading;

import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.Manual;

import java.util.List;

/// A manual and its passages, cut as a node cuts them.
///
/// @param manual what is known of it
/// @param passages in reading order
/// @param remarks what a person should know although it was read
public record ReadManual(Manual manual, List<Chunk> passages, List<String> remarks) {
    public ReadManual {
        passages = List.copyOf(passages);
        remarks = List.copyOf(remarks);
    }
}
