package dev.andon.knowledge.retrieval.sqlite;

import java.util.Arrays;

/// Keeps the passages with the highest scores of a scan: a heap whose root is the worst that is
/// kept.
final class NearestPassages {
    private final float[] scores;
    private final long[] passages;
    private int size;

    NearestPassages(int limit) {
        scores = new float[limit];
        passages = new long[limit];
    }

    /// Only a higher score is kept.
    float worst() {
        return size < scores.length ? Float.NEGATIVE_INFINITY : scores[0];
    }

    void offer(long passage, float score) {
        if (size < scores.length) {
            rise(size++, passage, score);
        } else if (score > scores[0]) {
            sink(passage, score);
        }
    }

    /// The passages kept, in no order.
    long[] passages() {
        return Arrays.copyOf(passages, size);
    }

    private void rise(int from, long passage, float score) {
        int at = from;
        while (at > 0 && scores[(at - 1) / 2] > score) {
            set(at, passages[(at - 1) / 2], scores[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        set(at, passage, score);
    }

    private void sink(long passage, float score) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && scores[child + 1] < scores[child]) {
                child++;
            }
            if (scores[child] >= score) {
                break;
            }
            set(at, passages[child], scores[child]);
            at = child;
        }
        set(at, passage, score);
    }

    private void set(int at, long passage, float score) {
        passages[at] = passage;
        scores[at] = score;
    }
}
