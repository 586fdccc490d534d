package dev.andon.node.sync.library;

import dev.andon.config.demo.DemoPlant;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The palletiser's manual of the demonstration plant, whose two revisions differ in some values.
final class Px200 {
    static final String ID = "px200-service";
    static final String DOCUMENT = "manual/" + ID;
    static final String QUESTION = "What is the torque of the chain tensioner lock nut?";
    static final String OF_B = "95";
    static final String OF_C = "120";

    private Px200() {}

    static byte[] pdf(String revision) {
        try {
            Path folder = Files.createTempDirectory("plant");
            String name =
                    "palletiser-px200-service-%s.pdf".formatted(revision.toLowerCase(Locale.ROOT));
            return Files.readAllBytes(DemoPlant.unpack(folder).manuals().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manifest manifest(ScriptedHub hub, long serial, String revision) {
        return manifest(hub, serial, revision, null, null);
    }

    static Manifest manifest(
            ScriptedHub hub,
            long serial,
            String revision,
            Manifest.@Nullable Vectors vectors,
            @Nullable String questions) {
        return new Manifest(
                DocumentKind.MANUAL,
                ID,
                serial,
                revision,
                "PX-200 Palletiser service manual",
                0,
                Long.MAX_VALUE / 2,
                List.of("PX-200", "PX-220"),
                "en",
                "2025-03-01",
                "manual",
                "palletiser-px200-service-%s.pdf".formatted(revision),
                "application/pdf",
                hub.files.file(pdf(revision)),
                vectors,
                questions == null
                        ? null
                        : hub.files.file(questions.getBytes(StandardCharsets.UTF_8)));
    }

    static String question(String contains) {
        return "{\"question\":\"%s\",\"contains\":\"%s\"}\n".formatted(QUESTION, contains);
    }
}
