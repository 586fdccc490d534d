package dev.andon.hub.cli;

import dev.andon.hub.Hub;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParentCommand;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/// The hub as a service, until it is told to stop.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the hub: broker, API, intake of events; loopback by default.",
            "The first start makes its certificates, keys and the administrator's token."
        })
final class HubServeCommand implements Callable<Integer> {
    @ParentCommand private HubCommand parent;

    private final UntilTold untilTold = new UntilTold();

    @Override
    public Integer call() throws InterruptedException {
        try (Hub hub = Hub.open(parent.main().home(), parent.main().config())) {
            PrintWriter out = parent.main().out();
            out.println("Andon hub listens on " + hub.address());
            out.println("Broker: " + hub.broker());
            out.flush();
            untilTold.await();
        } finally {
            untilTold.ended();
        }
        return ExitCode.OK;
    }
}
