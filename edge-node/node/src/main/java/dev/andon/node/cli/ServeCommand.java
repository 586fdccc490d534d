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

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        try (EdgeNode node = andon.open();
                NodeServer server = node.serve(port)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
            andon.out().println("Andon listens on " + server.address());
            andon.out().flush();
            told.await();
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    /// The process is told to end: the command closes what it opened, once and in order, and only
    /// then may the process go.
    private void end() {
        told.countDown();
        try {
            ended.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
