package dev.andon.node.stt.vosk;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.stt.Vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people ask and say, as `questions-en.txt` lists it: sentences with slots, filled by chance.
///
/// `<name>` and `<known-code>` are slots for what the plant calls its things and its faults; where
/// there are none, phrases with that slot are left out.
final class QuestionTemplates {
    private static final Pattern SLOT = Pattern.compile("<([a-z-]+)>");
    private static final String NAME = "name";
    private static final String KNOWN_CODE = "known-code";
    private static final int DEPTH_MAX = 16;

    private final Map<String, List<String>> slots = new HashMap<>();
    private final List<String> templates = new ArrayList<>();

    private QuestionTemplates() {}

    /// @param plant gives the names and codes
    static QuestionTemplates of(Vocabulary plant) {
        QuestionTemplates questions = new QuestionTemplates();
        questions.slots.put(NAME, plant.names());
        questions.slots.put(KNOWN_CODE, plant.codes());
        lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(questions::add);
        return questions;
    }

    /// A line is `slot: phrase | phrase`, or `weight sentence`.
    private void add(String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            slots.put(
                    line.substring(0, colon),
                    Arrays.stream(line.substring(colon + 1).split("\\|"))
                            .map(String::strip)
                            .filter(this::canBeFilled)
                            .toList());
        } else if (canBeFilled(line)) {
            String[] weighted = line.split(" ", 2);
            for (int i = 0; i < Integer.parseInt(weighted[0]); i++) {
                templates.add(weighted[1]);
            }
        }
    }

    private boolean canBeFilled(String phrase) {
        return SLOT.matcher(phrase)
                .results()
                .noneMatch(slot -> List.of().equals(slots.get(slot.group(1))));
    }

    /// Every word that may come up, what the plant gives left out.
    Set<String> words() {
        return Stream.concat(
                        templates.stream(),
                        slots.entrySet().stream()
                                .filter(slot -> !Set.of(NAME, KNOWN_CODE).contains(slot.getKey()))
                                .flatMap(slot -> slot.getValue().stream()))
                .flatMap(phrase -> Stream.of(SLOT.matcher(phrase).replaceAll(" ").split(" ")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /// A sentence; the same random numbers give the same sentence.
    String next(Random random) {
        String filled = fill(pick(templates, random), random, 0);
        return filled.strip().replaceAll(" +", " ");
    }

    private String fill(String phrase, Random random, int depth) {
        if (depth > DEPTH_MAX) {
            throw broken("slots are nested too deeply in \"" + phrase + "\"");
        }
        Matcher slot = SLOT.matcher(phrase);
        StringBuilder filled = new StringBuilder();
        while (slot.find()) {
            List<String> phrases = slots.get(slot.group(1));
            if (phrases == null || phrases.isEmpty()) {
                throw broken("nothing fills " + slot.group());
            }
            slot.appendReplacement(filled, fill(pick(phrases, random), random, depth + 1));
        }
        return slot.appendTail(filled).toString();
    }

    private static String pick(List<String> phrases, Random random) {
        return phrases.get(random.nextInt(phrases.size()));
    }

    private static StageException broken(String what) {
        return new StageException(
                Stage.RECOGNITION,
                "questions-broken",
                "The list of questions questions-en.txt cannot be used: " + what + ".");
    }

    /// The list as it is written.
    static List<String> lines() {
        try (var in = QuestionTemplates.class.getResourceAsStream("questions-en.txt")) {
            if (in == null) {
                throw broken("it is missing from the jar");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
