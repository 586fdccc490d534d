package dev.andon.node.cli;

import dev.andon.node.handover.HandoverPage;
import dev.andon.node.handover.HandoverPage.Section;

import java.io.PrintWriter;
import java.util.List;

/// A handover on a terminal.
///
/// @param out where to
record HandoverScreen(PrintWriter out) {
    private static final int COLUMNS = 100;
    private static final String INDENT = "    ";

    void show(HandoverPage page) {
        out.println(page.title());
        int width = page.facts().stream().mapToInt(fact -> fact.label().length()).max().orElse(0);
        page.facts()
                .forEach(
                        fact -> out.printf("  %-" + width + "s  %s%n", fact.label(), fact.value()));
        page.sections().forEach(this::section);
    }

    private void section(Section section) {
        out.println();
        out.println(section.head());
        String text = section.text();
        if (text != null) {
            text.lines().forEach(line -> out.println("  " + line));
        }
        section.rows().forEach(row -> row(section.columns(), row));
    }

    /// The first cell leads; the others stand below it with their labels.
    private void row(List<String> columns, List<String> cells) {
        out.println("  " + cells.getFirst());
        for (int i = 1; i < cells.size(); i++) {
            String line = columns.get(i) + ": " + cells.get(i).replace("\n", ", ");
            Wrapped.lines(line, COLUMNS - INDENT.length())
                    .forEach(part -> out.println(INDENT + part));
        }
    }
}
