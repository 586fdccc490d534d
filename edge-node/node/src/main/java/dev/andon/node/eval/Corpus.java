package dev.andon.node.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Manuals with questions to them.
public enum Corpus {
    /// The demonstration plant: several machines, two revisions, one French manual.
    DEMO(null),
    /// A large English manual.
    LINUXCNC(PackagedManual.LINUXCNC),
    /// A French manual.
    FRENCH(PackagedManual.EYES17);

    private final @Nullable PackagedManual manual;

    Corpus(@Nullable PackagedManual manual) {
        this.manual = manual;
    }

    /// As `--corpus` and the figures call it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The corpus of a label; null if there is none.
    public static @Nullable Corpus of(String label) {
        return Arrays.stream(values())
                .filter(corpus -> corpus.label().equals(label))
                .findAny()
                .orElse(null);
    }

    /// Its manual; null for the demonstration, which brings its own.
    @Nullable PackagedManual manual() {
        return manual;
    }

    /// The evaluation's own questions to it.
    List<ExamQuestion> questions() {
        String name = label() + ".jsonl";
        try (InputStream in =
                Objects.requireNonNull(Corpus.class.getResourceAsStream(name), name)) {
            return new QuestionSet(label(), name).read(new String(in.readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
