package dev.andon.node.machine.mqtt;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// A topic with one level `{machine}`.
///
/// @param levels of it
record PlainTopic(List<String> levels) {
    private static final String MACHINE = "{machine}";

    PlainTopic {
        levels = List.copyOf(levels);
    }

    static PlainTopic of(String template) {
        return new PlainTopic(Arrays.asList(template.split("/", -1)));
    }

    /// To subscribe with.
    String filter() {
        return String.join("/", levels).replace(MACHINE, "+");
    }

    /// What a topic calls the machine; null if it is another topic.
    @Nullable String machine(String topic) {
        String[] said = topic.split("/", -1);
        if (said.length != levels.size()) {
            return null;
        }
        for (int i = 0; i < said.length; i++) {
            if (!levels.get(i).equals(MACHINE) && !levels.get(i).equals(said[i])) {
                return null;
            }
        }
        return said[levels.indexOf(MACHINE)];
    }
}
