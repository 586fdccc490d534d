package dev.andon.node.cli;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.node.EdgeNode;
import dev.andon.node.lint.LintFinding;
import dev.andon.node.lint.VocabularyLint;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.concurrent.Callable;

/// What of the register cannot be heard.
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "Lists every word of the register that the loaded speech model cannot hear, by machine,"
                    + " with spoken forms that it can: put one into the register as an alias.",
            "Exit code 1 where a machine or a code cannot be reached by voice at all."
        })
final class LintCommand implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    @ParentCommand private Andon andon;

    @Option(names = "--json", description = "One JSON object a finding.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<LintFinding> findings;
        int machines;
        try (EdgeNode node = andon.open()) {
            findings = new VocabularyLint(node.hearableWords()).of(node.register());
            machines = node.register().machines().size();
        }
        for (LintFinding finding : findings) {
            andon.out().println(json ? JSON.writeValueAsString(finding) : line(finding));
        }
        boolean unreachable =
                findings.stream()
                        .anyMatch(each -> each.unreachable() && !each.what().equals("part"));
        if (!json) {
            andon.out()
                    .printf(
                            "%d machines: %d names cannot be heard, %d of them leave something"
                                    + " unreachable.%n",
                            machines,
                            findings.size(),
                            findings.stream().filter(LintFinding::unreachable).count());
        }
        andon.out().flush();
        return unreachable ? 1 : 0;
    }

    private static String line(LintFinding finding) {
        String words =
                finding.words().isEmpty()
                        ? "cannot be said in English"
                        : "unknown: " + String.join(", ", finding.words());
        String mend =
                finding.proposals().isEmpty()
                        ? "give it an alias in common words"
                        : "say: " + String.join(" | ", finding.proposals());
        return "%-12s %s %s \"%s\"  %s  (%s)"
                .formatted(
                        finding.unreachable() ? "UNREACHABLE" : "",
                        finding.machine(),
                        finding.what(),
                        finding.written(),
                        words,
                        mend);
    }
}
