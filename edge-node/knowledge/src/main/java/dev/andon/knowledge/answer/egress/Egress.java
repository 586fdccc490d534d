package dev.andon.knowledge.answer.egress;

import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.retrieval.Passage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What is about to leave the box; never its content.
///
/// @param server where it goes
/// @param model the server's name of the model
/// @param bytes of text
/// @param manuals whose text is among it, with their revisions
/// @param classes of these manuals
record Egress(String server, String model, int bytes, List<String> manuals, List<String> classes) {
    Egress {
        manuals = List.copyOf(manuals);
        classes = List.copyOf(classes);
    }

    static Egress of(String server, String model, String text, List<Passage> passages) {
        List<Manual> manuals = passages.stream().map(Passage::manual).distinct().toList();
        return new Egress(
                server,
                model,
                text.getBytes(StandardCharsets.UTF_8).length,
                manuals.stream().map(Egress::named).distinct().toList(),
                manuals.stream().map(m -> word(m.documentClass())).distinct().toList());
    }

    private static String named(Manual manual) {
        return manual.id() + (manual.revision() == null ? "" : " " + manual.revision());
    }

    private static String word(DocumentClass documentClass) {
        return documentClass.name().toLowerCase(Locale.ROOT);
    }
}
