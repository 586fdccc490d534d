package dev.andon.knowledge.corpus;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What somebody says of a manual: a person on the command line or in a sidecar file, or the
/// document itself; null is "not said".
public record DeclaredManual(
        @Nullable String id,
        @Nullable String title,
        @Nullable String revision,
        @Nullable String language,
        @Nullable List<String> models,
        @Nullable LocalDate date,
        @Nullable DocumentClass documentClass) {
    /// Nothing said.
    public static final DeclaredManual NOTHING =
            new DeclaredManual(null, null, null, null, null, null);

    /// Nothing said of its class.
    public DeclaredManual(
            @Nullable String id,
            @Nullable String title,
            @Nullable String revision,
            @Nullable String language,
            @Nullable List<String> models,
            @Nullable LocalDate date) {
        this(id, title, revision, language, models, date, null);
    }

    public DeclaredManual {
        models = models == null ? null : List.copyOf(models);
    }

    /// This, and what it does not say from the other: command line, else sidecar, else document.
    public DeclaredManual orElse(DeclaredManual other) {
        return new DeclaredManual(
                id != null ? id : other.id,
                title != null ? title : other.title,
                revision != null ? revision : other.revision,
                language != null ? language : other.language,
                models != null ? models : other.models,
                date != null ? date : other.date,
                documentClass != null ? documentClass : other.documentClass);
    }

    /// The manual of which all this was said. What nobody said stays unknown, with two exceptions
    /// that are addresses rather than facts: without an id the file's name without its extension is
    /// the id, and without a title the id is the title. An id is written in lower case with hyphens
    /// for white space, so that `PX200-SM` on the page and `px200-sm` in the sidecar are one
    /// manual.
    public Manual named(Path file) {
        String address = address(id != null ? id : stem(file));
        return new Manual(
                address,
                title != null ? title : address,
                revision,
                language,
                Objects.requireNonNullElse(models, List.of()),
                date,
                Objects.requireNonNullElse(documentClass, DocumentClass.MANUAL));
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String address(String id) {
        return PassageText.oneLine(id).toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
