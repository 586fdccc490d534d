package dev.andon.node.redaction;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the plant itself is called: machines, faults, parts. It belongs to nobody and stays.
final class PlantTerms {
    /// Nobody says a longer one.
    private static final int TERM_WORDS_MAX = 12;

    private final Map<String, List<List<String>>> termsByFirstWord = new HashMap<>();

    PlantTerms(AssetRegister register) {
        register.lines().forEach(line -> Stream.of(line.id(), line.name()).forEach(this::add));
        register.machines().forEach(this::add);
    }

    private void add(Machine machine) {
        Stream.of(
                        machine.id(),
                        machine.name(),
                        machine.machineClass(),
                        machine.model(),
                        machine.serial())
                .forEach(this::add);
        machine.aliases().forEach(this::add);
        machine.faults()
                .forEach(
                        fault -> {
                            add(fault.code());
                            add(fault.name());
                            fault.aliases().forEach(this::add);
                        });
        machine.parts()
                .forEach(
                        part -> {
                            add(part.number());
                            add(part.name());
                            part.aliases().forEach(this::add);
                        });
    }

    private void add(String term) {
        List<String> words = FoldedText.words(term);
        if (!words.isEmpty() && words.size() <= TERM_WORDS_MAX) {
            List<List<String>> terms =
                    termsByFirstWord.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>());
            if (!terms.contains(words)) {
                terms.add(words);
            }
        }
    }

    /// Where the plant's own words stand. Their kind says nothing.
    List<Span> find(FoldedText text) {
        List<Span> spans = new ArrayList<>();
        for (int at = 0; at < text.words().size(); at++) {
            for (List<String> term :
                    termsByFirstWord.getOrDefault(text.words().get(at).word(), List.of())) {
                if (text.standsAt(at, term)) {
                    spans.add(
                            new Span(
                                    text.words().get(at).start(),
                                    text.words().get(at + term.size() - 1).end(),
                                    Span.Kind.NAME,
                                    false));
                }
            }
        }
        return spans;
    }
}
