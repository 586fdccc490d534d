package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintWriter;

/// What came of an addition, for people.
final class AddedText {
    private AddedText() {}

    static void print(JsonNode added, PrintWriter out) {
        JsonNode revision = added.path("revision");
        String name = DocumentName.of(revision.path("document"));
        String printed = revision.path("about").path("revision").asText();
        if (added.path("already").asBoolean()) {
            out.printf(
                    "%s revision %s has these very bytes already (number %d); nothing was added.%n",
                    name, printed, revision.path("serial").asLong());
            return;
        }
        out.printf(
                "Added %s revision %s (number %d): %s%n",
                name,
                printed,
                revision.path("serial").asLong(),
                revision.path("about").path("title").asText());
        out.printf(
                "  %s in %d blocks; %s are new to a node that has every earlier one%n",
                Bytes.words(revision.path("file").path("length").asLong()),
                added.path("blocks").asInt(),
                Bytes.words(added.path("bytesNew").asLong()));
        if (added.path("passages").asInt() > 0) {
            out.printf(
                    "  %d passages, %d of them embedded anew%n",
                    added.path("passages").asInt(), added.path("vectorsMade").asInt());
        }
        int questions = added.path("questions").asInt();
        if (questions > 0) {
            out.printf(
                    "  %d %s asked before it is served%n",
                    questions, questions == 1 ? "question is" : "questions are");
        }
        added.path("remarks").forEach(remark -> out.println("  " + remark.asText()));
        out.printf("Next: andon library stage %s %s%n", name, printed);
    }
}
