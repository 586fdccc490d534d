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
        List<Spoken> phrases = grammar.phrases();
        return phrases.isEmpty()
                ? ""
                : said(phrases.get(random.nextInt(phrases.size())), random)
                        .strip()
                        .replaceAll(" +", " ");
    }

    private String said(Spoken part, Random random) {
        return switch (part) {
            case Spoken.Words(var words) -> String.join(" ", words);
            case Spoken.Sequence(var parts) ->
                    parts.stream().map(each -> said(each, random)).collect(Collectors.joining(" "));
            case Spoken.Choice(var ways) -> said(ways.get(random.nextInt(ways.size())), random);
            case Spoken.Slot(String name) -> {
                Spoken slot = grammar.slots().get(name);
                yield slot == null ? "" : said(slot, random);
            }
        };
    }
}
