package dev.andon.node.stt.vosk;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Spoken;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Commands as a list of phrases, for a model that cannot be taught words but takes phrases while
// it
/// runs.
///
/// Not every command is in the list, but every way of saying each of its parts: the decoder learns
/// from it which words may follow which, and the parts go together in other ways as well.
final class RunTimeGrammar {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommandGrammar grammar;
    private final Map<Spoken, Integer> ways = new IdentityHashMap<>();

    private RunTimeGrammar(CommandGrammar grammar) {
        this.grammar = grammar;
    }

    /// The phrases, [VoskRecognizer#PHRASES_MAX] at most; none where no command can be heard.
    ///
    /// @param known the model's words; a way of saying that has another is left out
    static List<String> phrases(CommandGrammar grammar, Set<String> known) {
        return new RunTimeGrammar(grammar.within(known)).phrases();
    }

    /// The list as the decoder reads it.
    static String json(List<String> phrases) {
        List<String> all = new ArrayList<>(phrases);
        all.add(WordTable.UNKNOWN);
        return JSON.valueToTree(all).toString();
    }

    /// One of each command, then another of each, until every way of saying was there or there is
    /// no room for more. A short command is listed again and again: the decoder counts, and a
    /// "stop" among ten thousand machines would be unlikely otherwise.
    private List<String> phrases() {
        List<Spoken> commands = grammar.phrases();
        int room = VoskRecognizer.PHRASES_MAX / Math.max(1, commands.size());
        int most = commands.stream().mapToInt(this::ways).max().orElse(0);
        List<String> phrases = new ArrayList<>();
        for (int way = 0; way < Math.min(room, most); way++) {
            for (int at = 0; at < commands.size(); at++) {
                phrases.add(said(commands.get(at), way + at * room));
            }
        }
        phrases.removeIf(String::isEmpty);
        return List.copyOf(phrases);
    }

    /// So many phrases have every way of saying each part of it.
    private int ways(Spoken part) {
        Integer known = ways.get(part);
        if (known != null) {
            return known;
        }
        int counted = count(part);
        ways.put(part, counted);
        return counted;
    }

    private int count(Spoken part) {
        return switch (part) {
            case Spoken.Words _ -> 1;
            case Spoken.Slot(String name) -> ways(slot(name));
            case Spoken.Sequence(var parts) -> parts.stream().mapToInt(this::ways).max().orElse(1);
            case Spoken.Choice(var each) -> each.stream().mapToInt(this::ways).sum();
        };
    }

    private String said(Spoken part, int way) {
        return switch (part) {
            case Spoken.Words(var said) -> String.join(" ", said);
            case Spoken.Slot(String name) -> said(slot(name), way);
            case Spoken.Sequence(var parts) ->
                    parts.stream()
                            .map(each -> said(each, way))
                            .filter(words -> !words.isEmpty())
                            .collect(Collectors.joining(" "));
            case Spoken.Choice choice -> oneOf(choice, way);
        };
    }

    private String oneOf(Spoken.Choice choice, int way) {
        int left = way % ways(choice);
        if (ways(choice) == choice.ways().size()) {
            return said(choice.ways().get(left), 0);
        }
        for (Spoken each : choice.ways()) {
            if (left < ways(each)) {
                return said(each, left);
            }
            left -= ways(each);
        }
        throw new IllegalStateException("a choice has fewer ways than it has");
    }

    private Spoken slot(String name) {
        return Objects.requireNonNull(grammar.slots().get(name));
    }
}
