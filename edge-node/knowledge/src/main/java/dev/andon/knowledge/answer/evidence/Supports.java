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
    private static final double BEHIND = 0.3;

    public Supports {
        bySection = Map.copyOf(bySection);
    }

    /// Measures the sections of these passages.
    public static Supports of(Asked asked, List<Passage> passages) {
        Map<List<String>, Support> bySection = new HashMap<>();
        double background = background(passages);
        for (Passage passage : passages) {
            Support support = Support.of(asked, passage, background);
            bySection.merge(section(passage), support, Support::with);
        }
        return new Supports(bySection);
    }

    private static double background(List<Passage> passages) {
        double[] cosines =
                passages.stream().mapToDouble(p -> p.evidence().cosine()).sorted().toArray();
        return cosines.length == 0
                ? 0
                : (cosines[(cosines.length - 1) / 2] + cosines[cosines.length / 2]) / 2;
    }

    /// What speaks for the section of a passage.
    public Support of(Passage passage) {
        return bySection.getOrDefault(section(passage), Support.NONE);
    }

    /// By how much less speaks for the section of a passage than for the best one of its manual;
    /// 0 for that one, negative for others; small enough that a piece with more of the question's
    /// words in another section still wins.
    public double behindTheBest(Passage passage) {
        String manual = passage.manual().id();
        double best =
                bySection.entrySet().stream()
                        .filter(section -> section.getKey().getFirst().equals(manual))
                        .mapToDouble(section -> section.getValue().score())
                        .max()
                        .orElse(0);
        return BEHIND * (of(passage).score() - best);
    }

    /// Where a section stands: manual, revision, headings.
    private static List<String> section(Passage passage) {
        List<String> section = new ArrayList<>(passage.path());
        section.addFirst(String.valueOf(passage.manual().revision()));
        section.addFirst(passage.manual().id());
        return List.copyOf(section);
    }
}
