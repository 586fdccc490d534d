package dev.andon.hub.library;

import dev.andon.config.ConfigException;
import dev.andon.config.DeviceConfig;
import dev.andon.config.register.CheckedRegister;
import dev.andon.config.register.RegisterException;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.models.Manifest;
import dev.andon.models.ModelEntry;
import dev.andon.models.ModelFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is pushed beside manuals: each is read by its own reader before it may travel.
final class OtherDocuments {
    /// More words of commands than anybody speaks.
    static final int PHRASES_BYTES_MAX = 1 << 20;

    private static final Pattern PHRASES_NAME = Pattern.compile("commands-([a-z]{2,3})\\.txt");

    private final Manifest models;

    /// @param models whose files may be pushed
    OtherDocuments(Manifest models) {
        this.models = models;
    }

    /// A document that its reader took.
    ///
    /// @param file to be pushed, beside the one that came
    /// @param id unless another is declared
    /// @param title unless another is declared
    /// @param language null if it has none
    /// @param fileName at the nodes
    /// @param mediaType of the file
    /// @param remarks for a person
    record Checked(
            Path file,
            String id,
            String title,
            @Nullable String language,
            String fileName,
            String mediaType,
            List<String> remarks) {}

    /// The register in its canonical form: the same plant always gives the same bytes.
    Checked register(Path file) {
        try {
            CheckedRegister checked = RegisterReader.validate(file);
            Path canonical = file.resolveSibling("register.canonical");
            RegisterWriter.write(checked.register(), canonical);
            return new Checked(
                    canonical,
                    "plant",
                    "Register of " + checked.register().name(),
                    null,
                    "register.yaml",
                    "application/yaml",
                    checked.warnings().stream().map(Object::toString).toList());
        } catch (RegisterException e) {
            throw notReadable(file, e);
        }
    }

    /// Settings that a node would start with.
    Checked config(Path file) {
        try {
            DeviceConfig.read(file);
            return new Checked(
                    file, "device", "Settings", null, "andon.yaml", "application/yaml", List.of());
        } catch (ConfigException e) {
            throw notReadable(file, e);
        }
    }

    /// Words of commands of one language. What they mean is checked by each node, which knows its
    /// commands.
    Checked phrases(Path file, DeclaredManual declared) {
        Matcher name = PHRASES_NAME.matcher(String.valueOf(file.getFileName()));
        String language =
                declared.language() != null
                        ? declared.language()
                        : name.matches() ? name.group(1) : null;
        if (language == null) {
            throw new LibraryException(
                    "not-readable",
                    "Nobody says the language of these words: call the file commands-en.txt, or"
                            + " give --language en.");
        }
        refuseNoText(file);
        return new Checked(
                file,
                "commands-" + language.toLowerCase(Locale.ROOT),
                "Words of commands, " + language,
                language,
                "commands-%s.txt".formatted(language.toLowerCase(Locale.ROOT)),
                "text/plain",
                List.of());
    }

    /// A file of a model of the manifest, known by its hash.
    Checked model(Path file, String sha256) {
        for (ModelEntry entry : models.models()) {
            for (ModelFile one : entry.files()) {
                if (sha256.equals(one.sha256())) {
                    String base = one.path().substring(one.path().lastIndexOf('/') + 1);
                    String id = (entry.name() + "-" + base).toLowerCase(Locale.ROOT);
                    return new Checked(
                            file,
                            id.replaceAll("[^a-z0-9-]+", "-"),
                            entry.name() + "/" + one.path(),
                            null,
                            base,
                            "application/octet-stream",
                            List.of());
                }
            }
        }
        throw new LibraryException(
                "not-readable",
                "%s (SHA-256 %s) is no file of a model in the manifest, so no node would know where it belongs. Fetch it again from its publisher, or list it in the manifest of models."
                        .formatted(file.getFileName(), sha256));
    }

    private static void refuseNoText(Path file) {
        try {
            if (Files.size(file) > PHRASES_BYTES_MAX) {
                throw new LibraryException(
                        "not-readable",
                        "%s has more than %d bytes: these are no words of commands."
                                .formatted(file.getFileName(), PHRASES_BYTES_MAX));
            }
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (CharacterCodingException e) {
            throw new LibraryException(
                    "not-readable", file.getFileName() + " is not a text in UTF-8.", e);
        } catch (IOException e) {
            throw new LibraryException(
                    "not-readable", "%s cannot be read (%s).".formatted(file, e), e);
        }
    }

    private static LibraryException notReadable(Path file, RuntimeException cause) {
        String said = Objects.requireNonNullElse(cause.getMessage(), "it is broken");
        return new LibraryException(
                "not-readable",
                said.replace(file.toString(), String.valueOf(file.getFileName())),
                cause);
    }
}
