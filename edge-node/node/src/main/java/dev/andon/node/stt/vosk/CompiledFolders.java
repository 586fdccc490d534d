package dev.andon.node.stt.vosk;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// Where compiled models stand: a folder each, named by its fingerprint. A model is written beside
/// its place and moved there when complete.
///
/// @param into holds nothing but compiled models
/// @param fingerprint of the one that is wanted
record CompiledFolders(Path into, String fingerprint) {
    /// Written last, so that a folder that has it is complete.
    private static final String REPORT = "compiled.properties";

    private static final String DRAFT_PREFIX = "draft-";
    private static final int NAME_DIGITS = 16;

    /// The model for this fingerprint, if it stands already.
    @Nullable CompiledGraph standing(long began) throws IOException {
        Path report = place().resolve(REPORT);
        if (!Files.isRegularFile(report)) {
            return null;
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(report)) {
            properties.load(reader);
        }
        if (!fingerprint.equals(properties.getProperty("fingerprint"))) {
            return null;
        }
        new ModelFolder(place()).check();
        return new CompiledGraph(
                place(),
                true,
                number(properties, "words"),
                number(properties, "wordsAdded"),
                Stream.of(properties.getProperty("wordsUnpronounced", "").split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList(),
                number(properties, "states"),
                number(properties, "arcs"),
                millisSince(began));
    }

    /// Writes a model, moves it into its place and removes those of earlier vocabularies.
    CompiledGraph place(ModelDraft draft, long began) throws IOException {
        Files.createDirectories(into);
        removeUnfinished();
        Path folder = Files.createTempDirectory(into, DRAFT_PREFIX);
        try {
            draft.writeTo(folder);
            writeReport(draft, folder.resolve(REPORT));
            delete(place());
            Files.move(folder, place(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(folder);
        }
        removeOthers();
        return new CompiledGraph(
                place(),
                false,
                draft.lexicon().lexicon().words().size(),
                draft.lexicon().added(),
                draft.lexicon().unpronounced(),
                draft.states(),
                draft.arcs(),
                millisSince(began));
    }

    private void writeReport(ModelDraft draft, Path file) throws IOException {
        Files.write(
                file,
                List.of(
                        "fingerprint=" + fingerprint,
                        "words=" + draft.lexicon().lexicon().words().size(),
                        "wordsAdded=" + draft.lexicon().added(),
                        "wordsUnpronounced=" + String.join(" ", draft.lexicon().unpronounced()),
                        "states=" + draft.states(),
                        "arcs=" + draft.arcs()));
    }

    private Path place() {
        return into.resolve(fingerprint.substring(0, NAME_DIGITS));
    }

    /// What a compilation left behind that was cut off.
    private void removeUnfinished() throws IOException {
        try (var drafts = Files.newDirectoryStream(into, DRAFT_PREFIX + "*")) {
            for (Path draft : drafts) {
                delete(draft);
            }
        }
    }

    /// Only folders that a compiler has made; a model that is in use has been read into memory.
    private void removeOthers() throws IOException {
        try (var folders = Files.newDirectoryStream(into)) {
            for (Path folder : folders) {
                if (!folder.equals(place()) && Files.exists(folder.resolve(REPORT))) {
                    delete(folder);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int number(Properties properties, String key) {
        return Integer.parseInt(properties.getProperty(key, "0"));
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
