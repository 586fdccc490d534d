package dev.andon.node.stt.vosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Everything that makes a new model folder.
///
/// @param base what stays as it is: the network and the settings
/// @param listening phones in, words out
/// @param grammars which words follow which
record ModelDraft(
        Path base,
        PlantLexicon lexicon,
        WordTable words,
        PhoneSet phones,
        Fst listening,
        Grammars grammars) {
    /// Where the model stands that hears commands only, within the model that hears everything.
    static final String COMMANDS = "commands";

    /// The same of the one that hears answers only.
    static final String ANSWERS = "answers";

    /// Which words follow which.
    ///
    /// @param everything that may be said
    /// @param commands only
    /// @param answers only
    record Grammars(Fst everything, Fst commands, Fst answers) {}

    private static final String SETTINGS = "conf/model.conf";
    private static final List<String> KEPT =
            List.of("am/final.mdl", SETTINGS, "conf/mfcc.conf", "phones.txt");

    int states() {
        return listening.states() + grammars.everything().states();
    }

    int arcs() {
        return listening.arcs() + grammars.everything().arcs();
    }

    void writeTo(Path folder) throws IOException {
        write(folder, grammars.everything());
        write(folder.resolve(COMMANDS), grammars.commands(), SearchWidth.COMMANDS);
        write(folder.resolve(ANSWERS), grammars.answers(), SearchWidth.ANSWERS);
    }

    private void write(Path folder, Fst sequences, SearchWidth width) throws IOException {
        write(folder, sequences);
        Path settings = folder.resolve(SETTINGS);
        Files.write(settings, width.in(Files.readAllLines(settings)));
    }

    private void write(Path folder, Fst sequences) throws IOException {
        for (String file : KEPT) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(base.resolve(file), copy);
        }
        Files.write(folder.resolve("lexicon.txt"), lexicon.lexicon().lines());
        Path graph = Files.createDirectories(folder.resolve("graph"));
        Files.write(graph.resolve("words.txt"), words.lines());
        Files.writeString(graph.resolve("disambig_tid.int"), phones.transitions() + 1 + "\n");
        Path boundaries = Files.createDirectories(graph.resolve("phones"));
        Files.write(boundaries.resolve("word_boundary.int"), wordBoundaries());
        FstWriter.write(listening, Fst.Order.BY_OUTPUT, graph.resolve("HCLr.fst"));
        FstWriter.write(sequences, Fst.Order.BY_INPUT, graph.resolve("Gr.fst"));
    }

    /// Which graph phones begin and end a word; the decoder cuts words by this.
    private List<String> wordBoundaries() {
        List<String> lines = new ArrayList<>();
        lines.add(PhoneSet.SILENCE + " nonword");
        lines.add(PhoneSet.BLANK + " internal");
        for (String phone : phones.outputs().keySet()) {
            for (PhoneSet.Position position : PhoneSet.Position.values()) {
                lines.add(
                        phones.id(phone, position)
                                + " "
                                + position.name().toLowerCase(Locale.ROOT));
            }
        }
        return lines;
    }
}
