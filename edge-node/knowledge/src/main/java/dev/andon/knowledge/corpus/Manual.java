package dev.andon.knowledge.corpus;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// What is known of one revision of one manual. Nothing here is ever guessed: what neither the
/// document, nor its sidecar file, nor the command line says is null, and is listed as unknown;
/// only the language may also be what the text itself shows.
///
/// @param id the document's own number, the same for all its revisions, `px200-service`
/// @param title as printed
/// @param revision as printed, `C` or `2.1`
/// @param language BCP 47 language, `en`, `fr`
/// @param models the machine models that it applies to, as the asset register writes them; empty
///     means every machine
/// @param date of this revision
/// @param documentClass what kind of document it is
public record Manual(
        String id,
        String title,
        @Nullable String revision,
        @Nullable String language,
        List<String> models,
        @Nullable LocalDate date,
        DocumentClass documentClass) {
    public Manual {
        models = List.copyOf(models);
    }

    /// Whether it applies to any of the models; no models mean any machine.
    public boolean appliesTo(List<String> wanted) {
        return wanted.isEmpty()
                || models.isEmpty()
                || wanted.stream().anyMatch(one -> models.stream().anyMatch(one::equalsIgnoreCase));
    }

    /// A manual in the narrow sense.
    public Manual(
            String id,
            String title,
            @Nullable String revision,
            @Nullable String language,
            List<String> models,
            @Nullable LocalDate date) {
        this(id, title, revision, language, models, date, DocumentClass.MANUAL);
    }

    /// This manual, known to be of a class.
    Manual ofClass(DocumentClass known) {
        return new Manual(id, title, revision, language, models, date, known);
    }

    /// This manual, whose text is written in a language.
    Manual inLanguage(String written) {
        return new Manual(id, title, revision, written, models, date, documentClass);
    }
}
