package dev.andon.node.stt.vosk;

import java.nio.file.Path;
import java.util.List;

/// A model that knows the plant's words.
///
/// @param model the complete model folder, for [VoskRecognizer#open]
/// @param reused it stood there already for the same vocabulary
/// @param words how many words it hears
/// @param wordsAdded how many of them the base model does not know
/// @param wordsUnpronounced words that nobody could pronounce, so that they will not be heard
/// @param states of both graphs together
/// @param arcs of both graphs together
/// @param millis how long the compilation took, or the look-up
public record CompiledGraph(
        Path model,
        boolean reused,
        int words,
        int wordsAdded,
        List<String> wordsUnpronounced,
        int states,
        int arcs,
        long millis) {
    public CompiledGraph {
        wordsUnpronounced = List.copyOf(wordsUnpronounced);
    }
}
