package dev.andon.knowledge.llm.llamacpp;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the model really went to a GPU: llama.cpp ignores the wish silently where it has none,
/// but its log says what it did.
final class GpuOffload {
    private static final Pattern OFFLOADED = Pattern.compile("offloaded (\\d+)/\\d+ layers to GPU");

    private GpuOffload() {}

    /// The number of layers that the log of a load says are on a GPU; 0 if it says nothing.
    static int layers(Collection<String> log) {
        int layers = 0;
        for (String line : log) {
            Matcher said = OFFLOADED.matcher(line);
            if (said.find()) {
                layers = Math.max(layers, Integer.parseInt(said.group(1)));
            }
        }
        return layers;
    }
}
