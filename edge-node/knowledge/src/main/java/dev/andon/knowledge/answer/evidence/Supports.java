package dev.andon.knowledge.answer.evidence;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.retrieval.Passage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What speaks for each of the sections that the passages of a question are cut from.
///
/// @param bySection by the section's place, see [#section]
public record Supports(Map<List<String>, Support> bySection) {
    public Supports {
        bySection = Map.copyOf(bySection);
    }

    /// Measures the sections of these passages.
    public static Supports of(Asked asked, List<Passage> passages) {
        Map<List<String>, Support> bySection = new HashMap<>();
        for (Passage passage : passages) {
            bySection.merge(section(passage), Support.of(asked, passage), Support::with);
        }
        return new Supports(bySection);
    }

    /// What speaks for the section of a passage.
    public Support of(Passage passage) {
        return bySection.getOrDefault(section(passage), Support.NONE);
    }

    /// By how much less speaks for the section of a passage than for the best one of its manual;
    /// 0 for that one, negative for others.
    public double behindTheBest(Passage passage) {
        String manual = passage.manual().id();
        double best =
                bySection.entrySet().stream()
                        .filter(section -> section.getKey().getFirst().equals(manual))
                        .mapToDouble(section -> section.getValue().score())
                        .max()
                        .orElse(0);
        return of(passage).score() - best;
    }

    /// Where a section stands: manual, revision, headings.
    private static List<String> section(Passage passage) {
        List<String> section = new ArrayList<>(passage.path());
        section.addFirst(String.valueOf(passage.manual().revision()));
        section.addFirst(passage.manual().id());
        return List.copyOf(section);
    }
}
