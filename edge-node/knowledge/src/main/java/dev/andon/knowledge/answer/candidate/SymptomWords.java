package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.words.Words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What people say of a machine that misbehaves, and what manuals say: howls for whines, froths for
/// foams. These are equal where symptoms are compared, and nowhere else.
public final class SymptomWords {
    /// What is seen, heard or felt.
    private static final List<Set<String>> SIGNS =
            List.of(
                    group("whine whining howl squeal screech scream shriek whistle squeak wail"),
                    group("knock bang thump clunk thud clatter hammer rattle"),
                    group("grind grinding grate scrape rumble growl"),
                    group("hum buzz"),
                    group("stop halt standstill"),
                    group("foam foams froth bubble bubbles lather"),
                    group("dark black blank dead unlit"),
                    group("drop sink sag fall drift descend slump"),
                    group("crooked tilt tilted tilting tilts skew slanted slant lean leans askew"),
                    group("leak drip seep weep ooze dribble"),
                    group("jerk jerks stutter judder jolt twitch shudder"),
                    group("slow slower sluggish"),
                    group("burst bursts explode shatter pop"),
                    group("scratch scratched score scored scuff scuffed"),
                    group("loose slack wobbly undone"),
                    group("vibrate vibrates shake tremble wobble"),
                    group("hot overheat overheats"),
                    group("jam stuck blocked clogged seized"),
                    group("underfilled unfilled half-full"),
                    group("weak weakly feeble force"),
                    group("fold folds crease creased wrinkle wrinkled"));

    /// Things with more than one name.
    private static final List<Set<String>> THINGS =
            List.of(
                    group("panel screen display monitor hmi touchscreen"),
                    group("label tag sticker"),
                    group("drink beverage juice liquid"),
                    group("stack load pile tower"),
                    group("case box carton"),
                    group("sheet cardboard"),
                    group("cap closure lid"));

    private static final Map<String, String> FIRST = first();
    private static final Set<String> SIGN_WORDS =
            SIGNS.stream().map(group -> group.iterator().next()).collect(Collectors.toSet());

    private SymptomWords() {}

    /// Comparable words, those that mean the same made one.
    static Set<String> concepts(Set<String> words) {
        Set<String> concepts = new HashSet<>();
        words.forEach(word -> concepts.add(FIRST.getOrDefault(word, word)));
        return concepts;
    }

    /// Whether a concept is something seen, heard or felt, and no thing.
    static boolean isSign(String concept) {
        return SIGN_WORDS.contains(concept);
    }

    private static Map<String, String> first() {
        Map<String, String> first = new HashMap<>();
        for (List<Set<String>> groups : List.of(SIGNS, THINGS)) {
            for (Set<String> group : groups) {
                String name = group.iterator().next();
                group.forEach(word -> first.put(word, name));
            }
        }
        return first;
    }

    private static Set<String> group(String words) {
        return Words.content(words);
    }
}
