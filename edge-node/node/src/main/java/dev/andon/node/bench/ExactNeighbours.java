package dev.andon.node.bench;

import dev.andon.knowledge.embed.Embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/// The highest cosines of a few questions with every vector, in full: what recall is measured
/// against.
final class ExactNeighbours {
    /// Neighbours that are compared.
    static final int LIMIT = 10;

    /// Questions that are compared with every vector.
    static final int QUESTIONS_MAX = 10;

    /// Sums of floats in another order differ by so much.
    private static final double ROUNDING = 1e-6;

    private final List<float[]> questions = new ArrayList<>();
    private final List<PriorityQueue<Float>> best = new ArrayList<>();

    ExactNeighbours(List<Embedding> questions) {
        for (Embedding question : questions.subList(0, Math.min(QUESTIONS_MAX, questions.size()))) {
            this.questions.add(question.toArray());
            this.best.add(new PriorityQueue<>());
        }
    }

    void offer(float[] vector) {
        for (int i = 0; i < questions.size(); i++) {
            PriorityQueue<Float> kept = best.get(i);
            kept.add(product(questions.get(i), vector));
            if (kept.size() > LIMIT) {
                kept.poll();
            }
        }
    }

    int questions() {
        return questions.size();
    }

    /// How many of the cosines that a search gave for a question are among the highest, as a share
    /// of those.
    double recall(int question, List<Double> found) {
        PriorityQueue<Float> kept = best.get(question);
        double worst = kept.element() - ROUNDING;
        return (double) found.stream().filter(cosine -> cosine >= worst).count() / kept.size();
    }

    /// Four sums at once: one alone would wait for itself.
    private static float product(float[] one, float[] other) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int i = 0; i + 3 < one.length; i += 4) {
            first += one[i] * other[i];
            second += one[i + 1] * other[i + 1];
            third += one[i + 2] * other[i + 2];
            fourth += one[i + 3] * other[i + 3];
        }
        return first + second + third + fourth;
    }
}
