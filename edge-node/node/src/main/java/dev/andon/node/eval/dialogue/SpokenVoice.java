package dev.andon.node.eval.dialogue;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.eval.Program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A voice that the embedded speech model never heard in its training: it is held out for this
/// measurement alone. It is a program of the machine, with the data of the speaker.
///
/// @param label as `--voices` calls it
/// @param packages of Debian that bring it
/// @param data the speaker; where that file is missing, the voice is
/// @param letterA the letter A, which would be read as the article
/// @param command `{text}` and `{wav}` stand for the words and the file to write, `{file}` for a
///     file with the words, which is also its input
record SpokenVoice(String label, String packages, Path data, String letterA, List<String> command) {
    /// Those that are held out.
    static final List<SpokenVoice> HELD_OUT =
            List.of(
                    new SpokenVoice(
                            "ked",
                            "festival festvox-kdlpc16k",
                            Path.of("/usr/share/festival/voices/english/ked_diphone"),
                            "ay",
                            List.of(
                                    "text2wave",
                                    "-eval",
                                    "(voice_ked_diphone)",
                                    "-o",
                                    "{wav}",
                                    "{file}")),
                    pico("pico-us", "en-US"),
                    pico("pico-gb", "en-GB"),
                    new SpokenVoice(
                            "bdl",
                            "rhvoice rhvoice-english",
                            Path.of("/usr/share/RHVoice/voices/bdl"),
                            "ay",
                            List.of("RHVoice-test", "-p", "bdl", "-o", "{wav}")));

    SpokenVoice {
        command = List.copyOf(command);
    }

    private static SpokenVoice pico(String label, String language) {
        return new SpokenVoice(
                label,
                "libttspico-utils",
                Path.of("/usr/share/pico/lang/" + language + "_ta.bin"),
                "<phoneme alphabet=\"xsampa\" ph=\"eI\"/>",
                List.of("pico2wave", "-l", language, "-w", "{wav}", "{text}"));
    }

    /// Those of these labels that the machine has. What is missing is named with its mend.
    ///
    /// @param labels empty for all
    /// @throws StageException `audio`: `voice-unknown`, or `voices-missing` if none is left
    static List<SpokenVoice> wanted(List<String> labels, Consumer<String> told) {
        for (String label : labels) {
            if (HELD_OUT.stream().noneMatch(voice -> voice.label().equals(label))) {
                throw new StageException(
                        Stage.AUDIO,
                        "voice-unknown",
                        "There is no voice %s; there are %s.".formatted(label, labels(HELD_OUT)));
            }
        }
        List<SpokenVoice> wanted =
                HELD_OUT.stream()
                        .filter(voice -> labels.isEmpty() || labels.contains(voice.label()))
                        .toList();
        List<SpokenVoice> there = wanted.stream().filter(SpokenVoice::installed).toList();
        wanted.stream()
                .filter(voice -> !voice.installed())
                .forEach(voice -> told.accept(voice.missing()));
        if (there.isEmpty()) {
            throw new StageException(
                    Stage.AUDIO,
                    "voices-missing",
                    "This machine has none of the voices %s: apt-get install %s (pico: component non-free)."
                            .formatted(labels(wanted), packages(wanted)));
        }
        return there;
    }

    private static String labels(List<SpokenVoice> voices) {
        return voices.stream().map(SpokenVoice::label).collect(Collectors.joining(", "));
    }

    private static String packages(List<SpokenVoice> voices) {
        return voices.stream()
                .flatMap(voice -> Arrays.stream(voice.packages().split(" ")))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    boolean installed() {
        return Program.onPath(command.getFirst()) && Files.exists(data);
    }

    private String missing() {
        return "the voice %s is not measured: apt-get install %s".formatted(label, packages);
    }

    /// Speaks words into a file; one that is there is left.
    ///
    /// @throws StageException `audio`, `voice-failed`
    void speak(String words, Path wav) {
        if (Files.exists(wav)) {
            return;
        }
        Path file = wav.resolveSibling(wav.getFileName() + ".txt");
        String text = spelled(words);
        try {
            Files.createDirectories(wav.toAbsolutePath().getParent());
            Files.writeString(file, text + "\n");
            List<String> filled =
                    command.stream().map(part -> filled(part, text, wav, file)).toList();
            List<String> printed = new ArrayList<>();
            if (!new Program(filled).run(file, printed::add) || Files.notExists(wav)) {
                throw new StageException(
                        Stage.AUDIO,
                        "voice-failed",
                        "The voice %s did not say \"%s\" (%s); try: %s"
                                .formatted(label, words, printed, String.join(" ", filled)));
            }
            Files.delete(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String filled(String part, String text, Path wav, Path file) {
        return part.replace("{text}", text)
                .replace("{wav}", wav.toString())
                .replace("{file}", file.toString());
    }

    private String spelled(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> word.equals("A") ? letterA : word)
                .collect(Collectors.joining(" "));
    }
}
