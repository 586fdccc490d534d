package dev.andon.node.cli;

import dev.andon.node.EdgeNode;
import dev.andon.node.web.NodeServer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The node as a service, until it is told to stop.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the page, the API and the voice socket; loopback by default.")
final class ServeCommand implements Callable<Integer> {
    private static final long IDLE_LOOK_MS = 100;
    private static final int IDLE_LOOKS_MAX = 600;

    @ParentCommand private Andon andon;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Instead of web.port; 0 takes a free one.")
    private @Nullable Integer port;

    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /// What is wanted of the running node.
    private enum Wish {
        END,
        /// Something was installed that is read at the start only: a register, settings.
        BEGIN_ANEW
    }

    @Override
    public Integer call() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
        try {
            Integer asked = port;
            Wish wish = Wish.BEGIN_ANEW;
            while (wish == Wish.BEGIN_ANEW) {
                try (EdgeNode node = andon.open();
                        NodeServer server = node.serve(asked)) {
                    node.joinHub(() -> wishes.add(Wish.BEGIN_ANEW));
                    andon.out().println("Andon listens on " + server.address());
                    andon.out().flush();
                    wish = nextWish(server);
                    // Who asked for any free port goes on with the one that was found.
                    asked = asked == null ? null : Integer.valueOf(server.port());
                }
            }
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    /// A new beginning waits until nobody is being answered, but not for ever; an end does not.
    private Wish nextWish(NodeServer server) throws InterruptedException {
        Wish wish = wishes.take();
        for (int look = 0; look < IDLE_LOOKS_MAX && wish == Wish.BEGIN_ANEW; look++) {
            if (server.idle()) {
                return wishes.contains(Wish.END) ? Wish.END : wish;
            }
            Wish next = wishes.poll(IDLE_LOOK_MS, TimeUnit.MILLISECONDS);
            wish = next == null ? wish : next;
        }
        return wish;
    }

    /// The process is told to end: the command closes what it opened, once and in order, and only
    /// then may the process go.
    private void end() {
        wishes.add(Wish.END);
        try {
            ended.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
