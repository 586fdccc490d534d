package dev.andon.node.stt.vosk;

import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Spoken;
import dev.andon.node.stt.vosk.Fst.Arc;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Builds the graph that hears nothing but commands (another `Gr.fst` over the same `HCLr.fst`),
/// and garbage for anything else.
///
/// A slot stands in the graph once for each phrase that has it, so that what follows it is what may
/// follow it in that phrase. Where that would be too large (ten thousand machines in fifty
/// phrases), it stands there once, and any phrase's rest may follow it: the dialogue sees what
/// fits.
final class CommandGraph {
    /// Arcs of all copies of the slots together.
    static final int ARCS_MAX = 400_000;

    /// What a sound costs that is no command, when nothing is.
    private static final double GARBAGE_COST = 10.0;

    /// The same before and behind a command: a cough, a word to somebody else.
    private static final double EDGE_COST = 8.0;

    private final Fst fst = new Fst();
    private final WordTable words;
    private final CommandGrammar grammar;
    private final Map<String, Shared> shared = new HashMap<>();
    private final Map<Spoken, Map<Integer, Integer>> built = new IdentityHashMap<>();

    /// A slot that stands in the graph once.
    private record Shared(int begin, int end) {}

    private CommandGraph(CommandGrammar grammar, WordTable words) {
        this.grammar = grammar;
        this.words = words;
    }

    /// @param known the words that can be heard; a way of saying that has another is left out
    static Fst build(CommandGrammar grammar, WordTable words, Set<String> known) {
        return new CommandGraph(grammar.within(known), words).build();
    }

    private Fst build() {
        List<Spoken> phrases = grammar.phrases();
        share(phrases);
        int behind = garbage(fst.state(), EDGE_COST);
        int commands =
                phrases.isEmpty()
                        ? behind
                        : filled(part(new Spoken.Choice(phrases), filled(behind)));
        int start = fst.state();
        fst.pass(start, commands);
        fst.arc(start, unknown(EDGE_COST, commands));
        int garbage = garbage(fst.state(), GARBAGE_COST);
        fst.arc(start, unknown(GARBAGE_COST, garbage));
        fst.startAt(start);
        return fst;
    }

    /// A state from which fillers, or none, lead to the next one.
    private int filled(int next) {
        Spoken filler = grammar.slots().get(CommandGrammar.FILLER);
        return filler == null ? next : part(Spoken.optional(filler), next);
    }

    private int garbage(int state, double cost) {
        fst.arc(state, unknown(cost, state));
        fst.makeFinal(state, 0);
        return state;
    }

    private Arc unknown(double cost, int next) {
        return new Arc(words.unknown(), words.unknown(), (float) cost, next);
    }

    /// The slots of which copies would be too large stand there once.
    private void share(List<Spoken> phrases) {
        Map<String, Integer> uses = new HashMap<>();
        phrases.forEach(phrase -> count(phrase, uses));
        long room = ARCS_MAX / Math.max(1, uses.size());
        grammar.slots()
                .forEach(
                        (name, slot) -> {
                            if ((long) arcs(slot) * uses.getOrDefault(name, 0) > room) {
                                int end = fst.state();
                                shared.put(name, new Shared(part(slot, end), end));
                            }
                        });
    }

    private static void count(Spoken part, Map<String, Integer> uses) {
        switch (part) {
            case Spoken.Words _ -> {}
            case Spoken.Slot(String name) -> uses.merge(name, 1, Integer::sum);
            case Spoken.Sequence(var parts) -> parts.forEach(each -> count(each, uses));
            case Spoken.Choice(var ways) -> ways.forEach(each -> count(each, uses));
        }
    }

    private static int arcs(Spoken part) {
        return switch (part) {
            case Spoken.Words(var said) -> said.size();
            case Spoken.Slot _ -> 1;
            case Spoken.Sequence(var parts) -> parts.stream().mapToInt(CommandGraph::arcs).sum();
            case Spoken.Choice(var ways) ->
                    ways.size() + ways.stream().mapToInt(CommandGraph::arcs).sum();
        };
    }

    /// The state from which a part leads to the next state.
    private int part(Spoken part, int next) {
        Map<Integer, Integer> byNext = built.computeIfAbsent(part, _ -> new HashMap<>());
        Integer known = byNext.get(next);
        if (known != null) {
            return known;
        }
        int begin = make(part, next);
        byNext.put(next, begin);
        return begin;
    }

    private int make(Spoken part, int next) {
        return switch (part) {
            case Spoken.Words(var said) -> words(said, next);
            case Spoken.Slot(String name) -> slot(name, next);
            case Spoken.Sequence(var parts) -> {
                int to = next;
                for (Spoken each : parts.reversed()) {
                    to = part(each, to);
                }
                yield to;
            }
            case Spoken.Choice(var ways) -> choice(ways, next);
        };
    }

    /// Ways that begin with the same words go the same way as long as they do: of ten thousand
    /// machines that are called press, the decoder follows one press.
    private int choice(List<Spoken> ways, int next) {
        int from = fst.state();
        float cost = (float) Math.log(ways.size());
        Prefixes mere = new Prefixes();
        for (Spoken each : ways) {
            if (each instanceof Spoken.Words(var said)) {
                mere.add(said);
            } else {
                fst.arc(from, new Arc(Fst.EPSILON, Fst.EPSILON, cost, part(each, next)));
            }
        }
        branch(mere, from, cost, next);
        return from;
    }

    private void branch(Prefixes begun, int from, float cost, int next) {
        if (begun.ends()) {
            fst.arc(from, new Arc(Fst.EPSILON, Fst.EPSILON, cost, next));
        }
        begun.longer()
                .forEach(
                        (word, longer) -> {
                            int to = longer.longer().isEmpty() ? next : fst.state();
                            fst.arc(from, new Arc(words.id(word), words.id(word), cost, to));
                            if (to != next) {
                                branch(longer, to, 0f, next);
                            }
                        });
    }

    private int words(List<String> said, int next) {
        int to = next;
        for (String word : said.reversed()) {
            int from = fst.state();
            fst.arc(from, new Arc(words.id(word), words.id(word), 0f, to));
            to = from;
        }
        return to;
    }

    private int slot(String name, int next) {
        Shared once = shared.get(name);
        if (once != null) {
            fst.pass(once.end(), next);
            return once.begin();
        }
        return part(Objects.requireNonNull(grammar.slots().get(name)), next);
    }
}
