package dev.andon.knowledge.corpus;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Names a page as a citation does.
///
/// @param manual the document's own number
/// @param revision as printed; null for the one that is current
/// @param language BCP 47; null for any
/// @param page in the file, from 1
public record PageOfManual(
        String manual, @Nullable String revision, @Nullable String language, int page) {
    /// The manual that holds the page, a current one rather than a superseded one.
    public Optional<IndexedManual> among(List<IndexedManual> manuals) {
        return manuals.stream()
                .filter(this::isIn)
                .max(Comparator.comparing(IndexedManual::current));
    }

    private boolean isIn(IndexedManual indexed) {
        Manual other = indexed.manual();
        return other.id().equalsIgnoreCase(manual)
                && (revision == null || revision.equals(other.revision()))
                && (language == null || language.equals(other.language()));
    }
}
