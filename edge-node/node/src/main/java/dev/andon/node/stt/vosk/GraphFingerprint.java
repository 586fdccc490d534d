package dev.andon.node.stt.vosk;

import dev.andon.models.Sha256;
import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Spoken;
import dev.andon.node.stt.Vocabulary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/// Names a compiled model by all that goes into it, so that an unchanged vocabulary is not compiled
/// again.
final class GraphFingerprint {
    /// To be raised whenever the compiler writes something else for the same words and questions.
    private static final int COMPILER_VERSION = 5;

    private static final List<String> BASE_FILES =
            List.of("am/final.mdl", "conf/model.conf", "conf/mfcc.conf", "phones.txt");

    private final MessageDigest digest = Sha256.digest();

    private GraphFingerprint() {}

    /// @param base the base model's folder
    /// @param lexicon every word with its sounds, so that a new pronouncer is noticed
    /// @return 64 hexadecimal digits
    static String of(Path base, PlantLexicon lexicon, Vocabulary vocabulary) throws IOException {
        GraphFingerprint fingerprint = new GraphFingerprint();
        fingerprint.add(List.of("compiler " + COMPILER_VERSION));
        for (String file : BASE_FILES) {
            fingerprint.digest.update(Files.readAllBytes(base.resolve(file)));
        }
        fingerprint.add(QuestionTemplates.lines());
        fingerprint.add(lexicon.lexicon().lines());
        fingerprint.add(lexicon.unpronounced());
        fingerprint.add(vocabulary.names());
        fingerprint.add(vocabulary.codes());
        fingerprint.add(vocabulary.sentences());
        fingerprint.add(vocabulary.commands());
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(CommandGrammar commands) {
        commands.phrases().forEach(this::add);
        commands.answers().forEach(this::add);
        commands.slots()
                .forEach(
                        (name, slot) -> {
                            add(List.of(name));
                            add(slot);
                        });
    }

    /// Piece by piece: that of a large plant is too large for one text.
    private void add(Spoken part) {
        switch (part) {
            case Spoken.Words(var said) -> add(said);
            case Spoken.Slot(String name) -> add(List.of("slot", name));
            case Spoken.Sequence(var parts) -> add("sequence", parts);
            case Spoken.Choice(var ways) -> add("choice", ways);
        }
    }

    private void add(String kind, List<Spoken> parts) {
        add(List.of(kind, String.valueOf(parts.size())));
        parts.forEach(this::add);
    }

    private void add(Collection<String> lines) {
        digest.update((lines.size() + " lines\n").getBytes(StandardCharsets.UTF_8));
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
