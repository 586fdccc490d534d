package dev.andon.node.cli;

import dev.andon.node.bench.Benchmark;
import dev.andon.node.demo.DemoNode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Every figure that Andon states of itself.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures this machine on the demonstration plant.")
final class BenchCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;
    @Spec private CommandSpec spec;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Only these: turn, start, memory, retrieval, llm, sync (default: the first"
                            + " three). retrieval takes some 6 minutes and 4 GB of disk; llm takes"
                            + " some 5 minutes, 4 GB of disk and 10 GB of memory; sync takes some"
                            + " 20 minutes, 8 GB of disk and 3 GB of memory, and its parts can be"
                            + " named alone: sync.ingest, sync.kills, sync.workers (PostgreSQL"
                            + " installed), sync.fleet, sync.offline, sync.push, sync.fanout,"
                            + " sync.long, sync.promote.")
    private @Nullable List<String> only;

    @Option(names = "--json", description = "One JSON object a figure.")
    private boolean json;

    @Override
    public Integer call() {
        List<Benchmark> wanted =
                Stream.concat(Benchmark.ALL.stream(), Benchmark.PARTS.stream())
                        .filter(b -> only == null ? b.usual() : only.contains(b.name()))
                        .toList();
        if (only != null && wanted.size() != only.size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--only knows "
                            + String.join(
                                    ", ", Benchmark.ALL.stream().map(Benchmark::name).toList())
                            + ", not "
                            + String.join(", ", only));
        }
        try (DemoNode demo = DemoNode.open(andon.home(), andon.config(), step -> {})) {
            FigurePrinter printer = new FigurePrinter(andon.out(), json);
            wanted.forEach(benchmark -> benchmark.measure(demo, printer::print, this::tell));
        }
        return ExitCode.OK;
    }

    /// Beside the figures, so that a program reads only these.
    private void tell(String line) {
        andon.err().println(line);
        andon.err().flush();
    }
}
