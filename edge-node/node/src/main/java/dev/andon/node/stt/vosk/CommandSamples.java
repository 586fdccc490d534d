package dev.andon.node.stt.vosk;

import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Spoken;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Commands as people may say them, for the graph that hears everything: it should know them, too.
record CommandSamples(CommandGrammar grammar) {
    /// A command; the same random numbers give the same one. Empty where nothing can be commanded.
    String next(Random random) {
        List<Spoken> phrases = sayable(grammar.phrases());
        return phrases.isEmpty()
                ? ""
                : said(phrases.get(random.nextInt(phrases.size())), random)
                        .strip()
                        .replaceAll(" +", " ");
    }

    /// At a plant without machines a phrase that names one cannot be said.
    private List<Spoken> sayable(List<Spoken> parts) {
        return parts.stream().filter(this::isSayable).toList();
    }

    private boolean isSayable(Spoken part) {
        return switch (part) {
            case Spoken.Words _ -> true;
            case Spoken.Sequence(var parts) -> parts.stream().allMatch(this::isSayable);
            case Spoken.Choice(var ways) -> ways.stream().anyMatch(this::isSayable);
            case Spoken.Slot(String name) -> {
                Spoken slot = grammar.slots().get(name);
                yield slot != null && isSayable(slot);
            }
        };
    }

    private String said(Spoken part, Random random) {
        return switch (part) {
            case Spoken.Words(var words) -> String.join(" ", words);
            case Spoken.Sequence(var parts) ->
                    parts.stream().map(each -> said(each, random)).collect(Collectors.joining(" "));
            case Spoken.Choice(var ways) -> {
                List<Spoken> possible = sayable(ways);
                yield said(possible.get(random.nextInt(possible.size())), random);
            }
            case Spoken.Slot(String name) -> said(slot(name), random);
        };
    }

    private Spoken slot(String name) {
        Spoken slot = grammar.slots().get(name);
        if (slot == null) {
            throw new IllegalArgumentException("nothing fills {" + name + "}");
        }
        return slot;
    }
}
