package dev.andon.hub.library;

import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Topics;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Which document: its kind and id.
///
/// @param kind of it
/// @param id `[a-z0-9-]{1,64}`, the same for all its revisions
public record DocumentKey(DocumentKind kind, String id) {
    public DocumentKey {
        if (!Topics.NAME.matcher(id).matches()) {
            throw new LibraryException(
                    "id-invalid",
                    "\"%s\" cannot be the id of a document: 1 to 64 lower case letters, digits and hyphens. Give another with --id."
                            .formatted(id));
        }
    }

    /// The document of a name: `px200-service` is a manual, `register/plant` says its kind.
    ///
    /// @throws LibraryException `id-invalid`, `unknown-document`
    public static DocumentKey named(String name) {
        int slash = name.indexOf('/');
        return slash < 0
                ? new DocumentKey(DocumentKind.MANUAL, name)
                : new DocumentKey(kind(name.substring(0, slash)), name.substring(slash + 1));
    }

    /// A kind by its name in any case.
    ///
    /// @throws LibraryException `unknown-document`
    public static DocumentKind kind(String name) {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new LibraryException(
                                        "unknown-document",
                                        "\"%s\" is no kind of document; there are %s."
                                                .formatted(name, kinds())));
    }

    /// As facts and commands name it: `manual/px200-service`.
    public String name() {
        return kindName() + "/" + id;
    }

    String kindName() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String kinds() {
        return Arrays.stream(DocumentKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
