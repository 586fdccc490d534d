package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintWriter;

/// How far long work is, on one line of a terminal.
final class Progress implements AutoCloseable {
    private final PrintWriter err;
    private final boolean terminal = System.console() != null;
    private boolean shown;

    Progress(PrintWriter err) {
        this.err = err;
    }

    /// @param line `{"passages": 12, "of": 200}`; others are passed over
    void show(JsonNode line) {
        if (terminal && line.has("passages")) {
            err.printf(
                    "\rembedding %d of %d passages",
                    line.path("passages").asInt(), line.path("of").asInt());
            err.flush();
            shown = true;
        }
    }

    @Override
    public void close() {
        if (shown) {
            err.println();
            err.flush();
            shown = false;
        }
    }
}
