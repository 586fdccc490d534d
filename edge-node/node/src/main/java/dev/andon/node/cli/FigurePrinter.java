package dev.andon.node.cli;

import dev.andon.node.bench.Figure;

import java.io.PrintWriter;

/// Prints figures, one a line.
///
/// @param json as JSON objects instead of a table
record FigurePrinter(PrintWriter out, boolean json) {
    void print(Figure figure) {
        if (json) {
            out.println(Json.line(figure));
        } else {
            String goal = figure.goal() == null ? "" : "goal " + figure.goal();
            String met = figure.met() == null ? "" : figure.met() ? "met" : "NOT MET";
            out.printf(
                    "%-36s %10s %-7s %-10s %-8s %s%n",
                    figure.name(),
                    figure.value(),
                    figure.unit(),
                    goal,
                    met,
                    figure.against() == null ? "" : figure.against());
        }
        out.flush();
    }
}
