package dev.andon.knowledge.corpus;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;

/// The file beside a manual in which a person says what the manual does not say of itself:
/// `press.pdf` has `press.pdf.andon.yaml`, with the keys of [ManualYaml#KEYS], all optional.
public final class Sidecar {
    /// Appended to the manual's whole file name.
    public static final String EXTENSION = ".andon.yaml";

    /// Far more than seven values need.
    static final int BYTES_MAX = 64 * 1024;

    private Sidecar() {}

    /// Where the sidecar of a manual would be.
    public static Path of(Path manual) {
        return manual.resolveSibling(manual.getFileName() + EXTENSION);
    }

    /// What the sidecar of a manual says; nothing if there is none.
    ///
    /// @throws StageException `corpus`: `yaml-broken`, `sidecar-key` (a key that does not exist),
    ///     `unreadable`
    public static DeclaredManual read(Path manual) {
        Path sidecar = of(manual);
        if (!Files.exists(sidecar)) {
            return DeclaredManual.NOTHING;
        }
        ManualYaml yaml = ManualYaml.parse(text(sidecar), sidecar.toString());
        for (String key : yaml.keys()) {
            if (!ManualYaml.KEYS.contains(key)) {
                throw new StageException(
                        Stage.CORPUS,
                        "sidecar-key",
                        "%s has the key '%s', which does not exist; did you mean '%s'?"
                                .formatted(sidecar, key, nearest(key)));
            }
        }
        return yaml.declared();
    }

    private static String text(Path sidecar) {
        try {
            if (Files.size(sidecar) > BYTES_MAX) {
                throw new StageException(
                        Stage.CORPUS,
                        "yaml-broken",
                        "%s is larger than %d bytes: it is no description of a manual."
                                .formatted(sidecar, BYTES_MAX));
            }
            return Files.readString(sidecar);
        } catch (IOException e) {
            throw new StageException(
                    Stage.CORPUS,
                    "unreadable",
                    "Cannot read " + sidecar + ": it must be a readable text file in UTF-8.",
                    e);
        }
    }

    private static String nearest(String key) {
        return ManualYaml.KEYS.stream()
                .min(Comparator.comparingInt(known -> edits(key.toLowerCase(Locale.ROOT), known)))
                .orElseThrow();
    }

    /// The Levenshtein distance.
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
