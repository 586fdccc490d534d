package dev.andon.node.eval.dialogue;

import dev.andon.node.command.Commands;
import dev.andon.node.saying.Phrase;
import dev.andon.node.saying.Sayings;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.regex.Pattern;

/// What Andon asks of an opening, told by its words, as a person tells it.
enum Asked {
    SINCE("ask.since"),
    MACHINE("ask.machine"),
    WHICH_MACHINE("ask.which"),
    FAULT("ask.fault"),
    RIGHT("ask.right");

    private static final Sayings SAYINGS = Sayings.beside(Commands.class);

    private final String key;

    Asked(String key) {
        this.key = key;
    }

    /// The question that a reply is; null if it is none of these.
    static @Nullable Asked in(String reply, String language) {
        return Arrays.stream(values())
                .filter(asked -> pattern(language, asked.key, 2).matcher(reply).matches())
                .findFirst()
                .orElse(null);
    }

    /// Matches what Andon says under a key, with what is filled in as groups.
    static Pattern pattern(String language, String key, int holes) {
        Object[] marks = new Object[holes];
        for (int i = 0; i < holes; i++) {
            marks[i] = "\u0001";
        }
        String said = SAYINGS.in(language, Phrase.of(key, marks));
        String quoted = Pattern.quote(said).replace("\u0001", "\\E(.*?)\\Q");
        return Pattern.compile(quoted, Pattern.DOTALL);
    }

    /// The words of a phrase.
    static String words(String language, Phrase phrase) {
        return SAYINGS.in(language, phrase);
    }
}
