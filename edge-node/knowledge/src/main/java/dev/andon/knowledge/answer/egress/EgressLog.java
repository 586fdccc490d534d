package dev.andon.knowledge.answer.egress;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/// The file that says what left the box: one line of JSON for every prompt, written before it is
/// sent, and on the disk before it is sent. Lines are only ever added.
///
/// Keys: `at` (UTC), `server`, `model`, `bytes`, `manuals`, `classes`. Never the content.
public final class EgressLog {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Clock clock;

    /// @param file made when something leaves
    public EgressLog(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// @throws StageException `egress-log`: then nothing may be sent
    synchronized void write(Egress egress) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", clock.instant().toString());
        line.setAll((ObjectNode) JSON.valueToTree(egress));
        try {
            Files.write(
                    file,
                    (line + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new StageException(
                    Stage.LANGUAGE_MODEL,
                    "egress-log",
                    "%s cannot be written (%s), so nothing was sent; make room or mend its permissions."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
