package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// A document as commands name it.
final class DocumentName {
    private DocumentName() {}

    /// @param document `{"kind", "id"}`
    static String of(JsonNode document) {
        return shortened(document.path("kind").asText() + "/" + document.path("id").asText());
    }

    /// Manuals need not say their kind.
    static String shortened(String name) {
        return name.startsWith("manual/") ? name.substring("manual/".length()) : name;
    }
}
