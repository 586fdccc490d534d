package dev.andon.node.dialog;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Part;
import dev.andon.knowledge.corpus.WrittenCode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes fault codes and part numbers as the register writes them: "E42" and "E 42" are "E-42", "6
/// ES7315-2EH14" is "6ES7 315-2EH14".
final class RegisteredCodes {
    /// A spoken part number falls into so many words at most.
    private static final int WORDS_MAX = 8;

    private final Map<String, String> writtenByCanonical = new HashMap<>();

    RegisteredCodes(AssetRegister register) {
        register.machines()
                .forEach(
                        machine -> {
                            machine.faults().stream().map(FaultCode::code).forEach(this::add);
                            machine.parts().stream().map(Part::number).forEach(this::add);
                        });
    }

    String restore(String text) {
        List<String> words = List.of(text.split(" "));
        List<String> restored = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int length = codeLength(words, at);
            restored.add(length == 0 ? words.get(at) : written(words, at, length));
            at += Math.max(1, length);
        }
        return String.join(" ", restored);
    }

    private int codeLength(List<String> words, int at) {
        for (int length = Math.min(WORDS_MAX, words.size() - at); length > 0; length--) {
            List<String> window = words.subList(at, at + length);
            if (window.stream().allMatch(RegisteredCodes::mayBelongToCode)
                    && writtenByCanonical.containsKey(
                            WrittenCode.canonical(String.join("", window)))) {
                return length;
            }
        }
        return 0;
    }

    private String written(List<String> words, int at, int length) {
        String joined = String.join("", words.subList(at, at + length));
        String trailing = joined.replaceAll("^.*?([?!.,;:]*)$", "$1");
        return writtenByCanonical.get(WrittenCode.canonical(joined)) + trailing;
    }

    /// Digits stand in it, or it is a letter or two in capitals: "e" of "e mail" is not joined.
    private static boolean mayBelongToCode(String word) {
        return word.chars().anyMatch(Character::isDigit) || word.matches("[A-Z]{1,4}[-/]?|-");
    }

    private void add(String code) {
        String key = WrittenCode.canonical(code);
        if (key.chars().anyMatch(Character::isDigit)) {
            writtenByCanonical.putIfAbsent(key, code);
        }
    }
}
