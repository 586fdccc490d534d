package dev.andon.knowledge.retrieval;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes one ranking of several whose scores cannot be compared: reciprocal rank fusion.
///
/// A passage scores 1 / (k + rank) for each ranking that has it (Cormack, Clarke and Büttcher,
/// SIGIR 2009, with their k = 60), all rankings alike.
public final class RankFusion {
    /// How little the first ranks stand out.
    static final int K = 60;

    private RankFusion() {}

    /// A passage and its fused score, higher is better.
    public record Fused(long passage, double score) {}

    /// The passages of all rankings, best first; equal ones by id.
    ///
    /// @param rankings ids, best first, each id once a ranking
    public static List<Fused> fuse(List<List<Long>> rankings) {
        Map<Long, Double> scores = new HashMap<>();
        for (List<Long> ranking : rankings) {
            for (int i = 0; i < ranking.size(); i++) {
                scores.merge(ranking.get(i), 1.0 / (K + i + 1), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .map(entry -> new Fused(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingDouble(Fused::score)
                                .reversed()
                                .thenComparingLong(Fused::passage))
                .toList();
    }
}
