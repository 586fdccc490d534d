package dev.andon.node.stt.vosk;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The phones of a model, and the numbers by which its network and its graph know them.
///
/// The network has one output for "no new phone" (0) and one for each phone. The graph has a
/// silence between words (1), a blank inside a word (2), and four positions of each phone. Every
/// graph phone has one state with two transitions: staying in it and entering it.
///
/// @param outputs phone to network output, 1 and up, in the order of the outputs
record PhoneSet(Map<String, Integer> outputs) {
    static final int SILENCE = 1;
    static final int BLANK = 2;

    /// Where in a word a phone stands, in the order of the graph's numbering.
    enum Position {
        BEGIN,
        END,
        INTERNAL,
        SINGLETON
    }

    /// Reads `phones.txt`: a phone and its network output a line.
    static PhoneSet read(Path file) {
        Map<String, Integer> outputs = new LinkedHashMap<>();
        for (String line : lines(file)) {
            String[] columns = line.strip().split("\\s+");
            if (!columns[0].equals("<blk>")) {
                outputs.put(columns[0], Integer.valueOf(columns[1]));
            }
        }
        return new PhoneSet(outputs);
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new StageException(
                    Stage.RECOGNITION,
                    "model-not-compilable",
                    "The speech model cannot learn words, because its list of phones "
                            + file
                            + " cannot be read; use a model that has phones.txt and lexicon.txt.",
                    e);
        }
    }

    boolean knows(String phone) {
        return outputs.containsKey(phone);
    }

    /// The graph's number of a phone at a position.
    int id(String phone, Position position) {
        Integer output = outputs.get(phone);
        if (output == null) {
            throw new IllegalArgumentException("no phone " + phone + " in this model");
        }
        return 3 + 4 * (output - 1) + position.ordinal();
    }

    /// How many transitions there are: two a graph phone.
    int transitions() {
        return 2 * (2 + 4 * outputs.size());
    }

    /// The transition that enters a graph phone.
    static int entering(int id) {
        return 2 * id;
    }

    /// The transition that stays in a graph phone.
    static int staying(int id) {
        return 2 * id - 1;
    }
}
