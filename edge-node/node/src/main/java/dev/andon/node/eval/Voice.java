package dev.andon.node.eval;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// A synthesiser that the embedded speech model never heard in its training (that was espeak-ng and
/// flite, and festival shares a speaker with flite). It is a program of the machine.
///
/// @param name for the report
/// @param command `{text}` stands for the question, `{wav}` for the file to write
public record Voice(String name, List<String> command) {
    /// What to say where there is none.
    static final String MEND =
            "install a synthesiser that the speech model never heard (pico2wave: apt-get install"
                    + " libttspico-utils, component non-free), or name one with --voice";

    private static final Voice PICO =
            new Voice(
                    "SVOX Pico en-GB",
                    List.of("pico2wave", "-l", "en-GB", "-w", "{wav}", "{text}"));

    public Voice {
        command = List.copyOf(command);
    }

    /// One that this machine has; null if there is none.
    static @Nullable Voice installed() {
        return Program.onPath("pico2wave") ? PICO : null;
    }

    /// A voice by its command line, in words separated by spaces.
    public static Voice of(String commandLine) {
        List<String> words = Arrays.asList(commandLine.strip().split("\\s+"));
        return new Voice(Path.of(words.getFirst()).getFileName().toString(), words);
    }

    /// Speaks a text into a file; a file that is there is left. Whether the file is there then.
    boolean speak(String text, Path wav, Consumer<String> told) {
        if (Files.exists(wav)) {
            return true;
        }
        List<String> filled =
                command.stream()
                        .map(word -> word.replace("{text}", text).replace("{wav}", wav.toString()))
                        .toList();
        return new Program(filled).run(told) && Files.exists(wav);
    }
}
