package dev.andon.node.tts;

import dev.andon.knowledge.corpus.WrittenCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a listener who writes down letters and digits hears of spoken words: `E forty two` is E42,
/// `zero four two` is 042, `six E S seven` is 6ES7.
///
/// @param pieces letters and digits in upper case, and a comma where the voice pauses
record HeardCodes(List<String> pieces) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+|,");
    private static final String PAUSE = ",";
    private static final List<String> SMALL =
            List.of(
                    ("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                                    + " fourteen fifteen sixteen seventeen eighteen nineteen")
                            .split(" "));
    private static final List<String> TENS =
            List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

    /// Said between the groups of a part number.
    private static final List<String> SIGNS = List.of("dash", "slash", "point", "plus");

    HeardCodes {
        pieces = List.copyOf(pieces);
    }

    static HeardCodes of(String spoken) {
        List<String> words = WORD.matcher(spoken).results().map(MatchResult::group).toList();
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            int number = number(word);
            if (number >= 0) {
                int end = end(words, at);
                pieces.add(String.valueOf(value(words.subList(at, end))));
                at = end - 1;
            } else if (!SIGNS.contains(word)) {
                pieces.add(word.equals(PAUSE) ? PAUSE : WrittenCode.canonical(word));
            }
        }
        return new HeardCodes(pieces);
    }

    /// Whether some of the pieces, one after the other, make the code, and no digit goes on.
    boolean has(String canonical) {
        for (int from = 0; from < pieces.size(); from++) {
            StringBuilder made = new StringBuilder();
            for (int at = from; at < pieces.size() && made.length() < canonical.length(); at++) {
                made.append(pieces.get(at).replace(PAUSE, ""));
                if (made.toString().equals(canonical) && isOver(at + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOver(int next) {
        return next >= pieces.size() || !Character.isDigit(pieces.get(next).charAt(0));
    }

    /// Behind the last word of a number: `forty two`, `four hundred twelve`.
    private static int end(List<String> words, int start) {
        int at = start + 1;
        if (at < words.size() && words.get(at).equals("hundred") && number(words.get(start)) > 0) {
            at++;
            if (at < words.size() && number(words.get(at)) <= 0) {
                return at;
            }
            at++;
        }
        boolean tens = at <= words.size() && TENS.contains(words.get(at - 1));
        boolean unit = at < words.size() && number(words.get(at)) > 0 && number(words.get(at)) < 10;
        return tens && unit ? at + 1 : Math.min(at, words.size());
    }

    private static int value(List<String> words) {
        int value = 0;
        for (String word : words) {
            value = word.equals("hundred") ? value * 100 : value + number(word);
        }
        return value;
    }

    private static int number(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        if (SMALL.contains(plain)) {
            return SMALL.indexOf(plain);
        }
        return TENS.contains(plain) ? 10 * TENS.indexOf(plain) : -1;
    }
}
