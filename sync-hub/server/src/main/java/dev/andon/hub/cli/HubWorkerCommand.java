package dev.andon.hub.cli;

import dev.andon.hub.HubWorker;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/// One more worker for the intake of events.
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = {
            "Runs one worker that takes events in, beside the hub, until it is told to stop.",
            "Of use with PostgreSQL (store.url); it keeps nothing and may be killed at any moment."
        })
final class HubWorkerCommand implements Callable<Integer> {
    @ParentCommand private HubCommand parent;

    private final UntilTold untilTold = new UntilTold();

    @Override
    public Integer call() throws InterruptedException {
        try (HubWorker worker = HubWorker.open(parent.main().home(), parent.main().config())) {
            parent.main().out().println("Andon worker takes events from " + worker.broker());
            parent.main().out().flush();
            untilTold.await();
        } finally {
            untilTold.ended();
        }
        return ExitCode.OK;
    }
}
