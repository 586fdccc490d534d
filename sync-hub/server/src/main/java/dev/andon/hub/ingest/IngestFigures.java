package dev.andon.hub.ingest;

import dev.andon.mqtt.MqttFailure;

import org.jspecify.annotations.Nullable;

/// What a worker has done. Thread-safe.
public final class IngestFigures {
    private long transactions;
    private long messages;
    private long answers;
    private @Nullable String failure;
    private boolean connected;

    IngestFigures() {}

    /// @param connected whether it has a link and, as far as it knows, a store
    /// @param transactions committed
    /// @param messages taken in
    /// @param answers given to nodes
    /// @param failure why it has no link; null while it has one, and before the first try
    public record Snapshot(
            boolean connected,
            long transactions,
            long messages,
            long answers,
            @Nullable String failure) {}

    synchronized Snapshot snapshot() {
        return new Snapshot(connected, transactions, messages, answers, failure);
    }

    synchronized void connected() {
        connected = true;
        failure = null;
    }

    synchronized void failed(MqttFailure thrown) {
        connected = false;
        failure = thrown.getMessage();
    }

    synchronized void committed(int messagesTaken, int answersGiven) {
        transactions++;
        messages += messagesTaken;
        answers += answersGiven;
    }
}
