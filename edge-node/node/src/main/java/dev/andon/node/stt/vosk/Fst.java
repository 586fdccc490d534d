package dev.andon.node.stt.vosk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A weighted transducer being built: states with arcs, final costs, one start.
final class Fst {
    /// The label that consumes or says nothing.
    static final int EPSILON = 0;

    /// What the arcs of a state must be sorted by for the decoder to find them.
    enum Order {
        BY_INPUT(Comparator.comparingInt(Arc::input).thenComparingInt(Arc::output)),
        BY_OUTPUT(Comparator.comparingInt(Arc::output).thenComparingInt(Arc::input));

        private final Comparator<Arc> comparator;

        Order(Comparator<Arc> comparator) {
            this.comparator = comparator;
        }
    }

    /// From the state that holds it to `next`, at a cost (negative natural logarithm).
    record Arc(int input, int output, float cost, int next) {}

    private final List<List<Arc>> arcs = new ArrayList<>();
    private final List<Float> finalCosts = new ArrayList<>();
    private int start;

    /// A new state; not final.
    int state() {
        arcs.add(new ArrayList<>(3));
        finalCosts.add(Float.POSITIVE_INFINITY);
        return arcs.size() - 1;
    }

    void arc(int from, Arc arc) {
        arcs.get(from).add(arc);
    }

    /// An arc that consumes, says and costs nothing.
    void pass(int from, int next) {
        arc(from, new Arc(EPSILON, EPSILON, 0f, next));
    }

    void makeFinal(int state, double cost) {
        finalCosts.set(state, (float) cost);
    }

    void startAt(int state) {
        start = state;
    }

    int start() {
        return start;
    }

    int states() {
        return arcs.size();
    }

    int arcs() {
        return arcs.stream().mapToInt(List::size).sum();
    }

    float finalCost(int state) {
        return finalCosts.get(state);
    }

    List<Arc> arcsOf(int state, Order order) {
        List<Arc> sorted = new ArrayList<>(arcs.get(state));
        sorted.sort(order.comparator);
        return sorted;
    }
}
