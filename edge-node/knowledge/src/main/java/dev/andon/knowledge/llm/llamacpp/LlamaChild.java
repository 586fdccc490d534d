package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.llm.llamacpp.Wire.Command;
import dev.andon.knowledge.llm.llamacpp.Wire.Event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The child process: one model, one request at a time, commands on standard input, events on
/// standard output. It ends when its standard input ends, so it never outlives its parent.
final class LlamaChild {
    private final BlockingQueue<Command> asked = new LinkedBlockingQueue<>();
    private final PrintStream out;
    private volatile long cancelledId = -1;

    private LlamaChild(PrintStream out) {
        this.out = out;
    }

    /// Started by [ChildProcess]; takes no arguments.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        String first = in.readLine();
        if (first != null && Wire.readCommand(first) instanceof Command.Load load) {
            LlamaChild child = new LlamaChild(System.out);
            Thread.ofPlatform().name("andon-llama-in").daemon().start(() -> child.listen(in));
            child.serve(load);
        }
    }

    private void serve(Command.Load load) throws InterruptedException {
        LlamaEngine engine = load(load);
        say(new Event.Loaded());
        while (true) {
            switch (asked.take()) {
                case Command.Generate generate -> generate(engine, generate);
                case Command.Count(long id, String text) ->
                        say(new Event.Counted(id, engine.tokens(text)));
                case Command.Load _, Command.Cancel _ -> throw end(3);
            }
        }
    }

    private LlamaEngine load(Command.Load load) {
        try {
            return LlamaEngine.load(load);
        } catch (StageException e) {
            say(new Event.NotLoaded(e.code(), String.valueOf(e.getMessage())));
            throw end(2);
        }
    }

    private void generate(LlamaEngine engine, Command.Generate request) {
        long id = request.id();
        try {
            engine.generate(
                    request, () -> cancelledId == id, text -> say(new Event.Piece(id, text)));
            say(new Event.Done(id));
        } catch (StageException e) {
            say(new Event.Failed(id, e.code(), String.valueOf(e.getMessage())));
        }
    }

    private void listen(BufferedReader in) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (Wire.readCommand(line)) {
                    case Command.Generate generate -> asked.add(generate);
                    case Command.Count count -> asked.add(count);
                    case Command.Cancel cancel -> cancelledId = cancel.id();
                    case Command.Load _ -> throw end(3);
                }
            }
            throw end(0);
        } catch (IOException e) {
            throw end(4);
        }
    }

    /// Without shutdown hooks: the binding's threads would keep the process, or crash it.
    private static IllegalStateException end(int status) {
        Runtime.getRuntime().halt(status);
        return new IllegalStateException("the process has ended");
    }

    private void say(Event event) {
        out.println(Wire.write(event));
        out.flush();
    }
}
