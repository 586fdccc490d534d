package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Refuses a grammar that llama.cpp might not take: the binding logs an invalid one and then
/// generates without any.
///
/// Accepted: rules `name ::= ...` of literals, character classes, `.`, rule names, groups,
/// alternatives, and `*`, `+`, `?`, `{m,n}` behind them; comments. Refused besides syntax errors: a
/// missing `root`, unknown rules, and recursion of any kind, which nothing here needs and whose
/// left form llama.cpp cannot take.
final class GbnfCheck {
    private static final int CHARS_MAX = 64 * 1024;
    private static final int REPEATS_MAX = 1000;

    private final String text;
    private final Map<String, Set<String>> uses = new HashMap<>();
    private int at;

    private GbnfCheck(String text) {
        this.text = text;
    }

    /// @throws StageException `grammar-invalid`
    static void check(String grammar) {
        GbnfCheck check = new GbnfCheck(grammar);
        if (grammar.length() > CHARS_MAX) {
            throw check.wrong("is longer than " + CHARS_MAX + " characters");
        }
        check.rules();
        check.references("root", new HashSet<>(), new HashSet<>());
    }

    private void rules() {
        blank(true);
        while (at < text.length()) {
            String name = name();
            blank(false);
            expect("::=");
            blank(true);
            Set<String> used = new HashSet<>();
            alternatives(used, false);
            if (uses.put(name, used) != null) {
                throw wrong("defines the rule " + name + " twice");
            }
            blank(true);
        }
    }

    private void alternatives(Set<String> used, boolean inGroup) {
        sequence(used, inGroup);
        while (peek() == '|') {
            at++;
            blank(true);
            sequence(used, inGroup);
        }
    }

    private void sequence(Set<String> used, boolean inGroup) {
        int elements = 0;
        while (element(used)) {
            repetition();
            blank(inGroup);
            elements++;
        }
        if (elements == 0) {
            throw wrong("has an empty alternative");
        }
    }

    private boolean element(Set<String> used) {
        switch (peek()) {
            case '"' -> quoted('"');
            case '[' -> characterClass();
            case '.' -> at++;
            case '(' -> group(used);
            default -> {
                if (!isNamePart(peek())) {
                    return false;
                }
                used.add(name());
            }
        }
        return true;
    }

    private void group(Set<String> used) {
        at++;
        blank(true);
        alternatives(used, true);
        expect(")");
    }

    private void characterClass() {
        if (text.startsWith("[]", at) || text.startsWith("[^]", at)) {
            throw wrong("has an empty character class");
        }
        quoted(']');
    }

    private void quoted(char end) {
        at++;
        while (peek() != end) {
            if (peek() == 0 || peek() == '\n') {
                throw wrong("lacks a closing " + end);
            }
            if (peek() == '\\') {
                escape();
            } else {
                at++;
            }
        }
        at++;
    }

    private void escape() {
        at++;
        int digits =
                switch (peek()) {
                    case 'x' -> 2;
                    case 'u' -> 4;
                    case 'U' -> 8;
                    case 't', 'r', 'n', '\\', '"', '[', ']' -> 0;
                    default -> throw wrong("has an unknown escape");
                };
        at++;
        for (int i = 0; i < digits; i++, at++) {
            if (Character.digit(peek(), 16) < 0) {
                throw wrong("has an escape with too few digits");
            }
        }
    }

    private void repetition() {
        if (peek() == '*' || peek() == '+' || peek() == '?') {
            at++;
        } else if (peek() == '{') {
            at++;
            int least = count();
            if (peek() == ',') {
                at++;
                if (peek() != '}' && count() < least) {
                    throw wrong("has a repetition whose end is below its start");
                }
            }
            expect("}");
        }
    }

    private int count() {
        int start = at;
        while (Character.isDigit(peek()) && at - start < 5) {
            at++;
        }
        if (start == at || Integer.parseInt(text.substring(start, at)) > REPEATS_MAX) {
            throw wrong("has a repetition that is not a number up to " + REPEATS_MAX);
        }
        return Integer.parseInt(text.substring(start, at));
    }

    private String name() {
        int start = at;
        while (isNamePart(peek())) {
            at++;
        }
        if (start == at) {
            throw wrong("has no rule name where one belongs");
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }

    private void blank(boolean newLines) {
        while (peek() == ' ' || peek() == '\t' || peek() == '#' || newLines && isLineEnd(peek())) {
            if (peek() == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                at++;
            }
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void expect(String token) {
        if (!text.startsWith(token, at)) {
            throw wrong("lacks " + token);
        }
        at += token.length();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void references(String rule, Set<String> above, Set<String> seen) {
        if (!uses.containsKey(rule)) {
            throw wrong("lacks the rule " + rule);
        }
        if (!above.add(rule)) {
            throw wrong("is recursive in the rule " + rule);
        }
        if (seen.add(rule)) {
            for (String used : uses.getOrDefault(rule, Set.of())) {
                references(used, above, seen);
            }
        }
        above.remove(rule);
    }

    private StageException wrong(String what) {
        return new StageException(
                Stage.LANGUAGE_MODEL,
                "grammar-invalid",
                "The grammar %s, at character %d; mend the grammar.".formatted(what, at));
    }
}
