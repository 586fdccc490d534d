package dev.andon.node.lint;

import java.util.List;

/// Words of the register that cannot be heard.
///
/// @param machine the register's id
/// @param what it is: `machine`, `fault` or `part`
/// @param written as the register writes it
/// @param words of it that the model does not know; empty if it cannot be said in English at all
/// @param proposals spoken forms that can be heard: one of them as an alias mends it
/// @param unreachable true: nothing else that it is called can be heard either
public record LintFinding(
        String machine,
        String what,
        String written,
        List<String> words,
        List<String> proposals,
        boolean unreachable) {
    public LintFinding {
        words = List.copyOf(words);
        proposals = List.copyOf(proposals);
    }
}
