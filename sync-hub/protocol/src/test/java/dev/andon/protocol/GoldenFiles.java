package dev.andon.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The golden files: one line each, exactly what travels. After a deliberate change of the contract
/// they are written anew (and read by the next run) by `mvn -pl sync-hub/protocol test
/// -Dtest=GoldenTest -Dandon.golden.write=true`.
final class GoldenFiles {
    private GoldenFiles() {}

    /// All that there should be, by name.
    static Map<String, String> expected() {
        Map<String, String> all = new TreeMap<>();
        Goldens.messages()
                .forEach(
                        (name, message) ->
                                all.put(
                                        name,
                                        new String(
                                                SyncCodec.encode(message),
                                                StandardCharsets.UTF_8)));
        Goldens.events().forEach((name, event) -> all.put(name, EventCodec.text(event)));
        all.putAll(Goldens.batches());
        Goldens.envelopes()
                .forEach(
                        (name, envelope) ->
                                all.put(
                                        name,
                                        new String(envelope.write(), StandardCharsets.UTF_8)));
        return all;
    }

    static String read(String name) {
        try (InputStream in = GoldenFiles.class.getResourceAsStream("golden/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("there is no golden file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeAll() {
        Path folder =
                Path.of(
                        System.getProperty("andon.root"),
                        "sync-hub/protocol/src/test/resources/dev/andon/protocol/golden");
        expected()
                .forEach(
                        (name, text) -> {
                            try {
                                Files.writeString(folder.resolve(name + ".json"), text + "\n");
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }
}
