package dev.andon.node.cli;

import dev.andon.node.EdgeNode;
import dev.andon.node.web.NodeServer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// The node as a service, until it is told to stop.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the page, the API and the voice socket; loopback by default.")
final class ServeCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Instead of web.port; 0 takes a free one.")
    private @Nullable Integer port;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        try (EdgeNode node = andon.open();
                NodeServer server = node.serve(port)) {
            Thread hook = Thread.ofPlatform().unstarted(() -> close(stopped, node, server));
            Runtime.getRuntime().addShutdownHook(hook);
            andon.out().println("Andon listens on " + server.address());
            andon.out().flush();
            stopped.await();
        }
        return ExitCode.OK;
    }

    private static void close(CountDownLatch stopped, EdgeNode node, NodeServer server) {
        server.close();
        node.close();
        stopped.countDown();
    }
}
