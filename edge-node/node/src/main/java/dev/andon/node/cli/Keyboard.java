package dev.andon.node.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The person's keyboard.
final class Keyboard {
    private Keyboard() {}

    /// Whether a person sits at a terminal.
    @SuppressWarnings("SystemConsoleNull") // the library's contract still allows null
    static boolean attended() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Waits for the Enter key or the end of the input.
    static void waitForEnter(Runnable then) {
        try {
            int key = System.in.read();
            while (key != '\n' && key != -1) {
                key = System.in.read();
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        then.run();
    }
}
