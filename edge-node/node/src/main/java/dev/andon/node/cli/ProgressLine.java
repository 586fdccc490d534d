package dev.andon.node.cli;

import java.io.PrintWriter;
import java.util.Locale;

/// Progress on one line that changes in place on a terminal, and is silent elsewhere.
final class ProgressLine implements AutoCloseable {
    private static final int BAR = 24;
    private static final int WIDTH = 100;

    private final PrintWriter err;
    private final boolean terminal = Keyboard.attended();
    private boolean shown;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    /// Shows how far a thing is.
    ///
    /// @param done out of `total`; a total of 0 or less is unknown
    void show(String what, long done, long total) {
        if (!terminal) {
            return;
        }
        int filled = total <= 0 ? 0 : (int) Math.min(BAR, BAR * done / total);
        String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        String percent = total <= 0 ? "" : String.format(Locale.ROOT, "%3d %%", 100 * done / total);
        String line = "  [" + bar + "] " + percent + " " + what;
        err.print("\r" + fitted(line));
        err.flush();
        shown = true;
    }

    @Override
    public void close() {
        if (shown) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }

    private static String fitted(String line) {
        return line.length() >= WIDTH
                ? line.substring(0, WIDTH - 1)
                : line + " ".repeat(WIDTH - line.length());
    }
}
