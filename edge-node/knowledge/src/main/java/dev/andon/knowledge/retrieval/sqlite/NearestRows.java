package dev.andon.knowledge.retrieval.sqlite;

import java.util.Arrays;

/// Keeps the rows with the highest scores of a scan: a heap whose root is the worst that is kept.
final class NearestRows {
    private final float[] scores;
    private final int[] rows;
    private int size;

    NearestRows(int limit) {
        scores = new float[limit];
        rows = new int[limit];
    }

    void offer(int row, float score) {
        if (size < scores.length) {
            rise(size++, row, score);
        } else if (score > scores[0]) {
            sink(row, score);
        }
    }

    /// The rows kept, in no order.
    int[] rows() {
        return Arrays.copyOf(rows, size);
    }

    private void rise(int from, int row, float score) {
        int at = from;
        while (at > 0 && scores[(at - 1) / 2] > score) {
            set(at, rows[(at - 1) / 2], scores[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        set(at, row, score);
    }

    private void sink(int row, float score) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && scores[child + 1] < scores[child]) {
                child++;
            }
            if (scores[child] >= score) {
                break;
            }
            set(at, rows[child], scores[child]);
            at = child;
        }
        set(at, row, score);
    }

    private void set(int at, int row, float score) {
        rows[at] = row;
        scores[at] = score;
    }
}
