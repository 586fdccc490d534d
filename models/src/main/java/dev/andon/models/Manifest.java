package dev.andon.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The list of the models that a node can use: `models/manifest.json`.
///
/// @param manifest version of the form, 1
/// @param models in the order in which they are shown
public record Manifest(int manifest, List<ModelEntry> models) {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    public Manifest {
        models = List.copyOf(models);
    }

    /// The manifest that came with the product.
    public static Manifest bundled() {
        try (InputStream in = Manifest.class.getResourceAsStream("manifest.json")) {
            if (in == null) {
                throw new ModelException(
                        "manifest-missing",
                        "The product comes without its list of models; install it again.");
            }
            return parse(in.readAllBytes(), "the manifest of the product");
        } catch (IOException unreadable) {
            throw unreadable("the manifest of the product", unreadable);
        }
    }

    /// The manifest that came with the product, and the plant's own models behind it where the
    /// plant lists some.
    ///
    /// @param own need not exist; an entry of a name that is taken already is refused
    /// @throws ModelException `manifest-unreadable`
    public static Manifest bundledAnd(Path own) {
        Manifest bundled = bundled();
        if (!Files.exists(own)) {
            return bundled;
        }
        List<ModelEntry> all = new ArrayList<>(bundled.models());
        for (ModelEntry entry : read(own).models()) {
            if (bundled.find(entry.name()).isPresent()) {
                String message =
                        "%s lists a model \"%s\", and the product has one of that name; rename it.";
                throw new ModelException(
                        "manifest-unreadable", message.formatted(own, entry.name()));
            }
            all.add(entry);
        }
        return new Manifest(bundled.manifest(), all);
    }

    /// A manifest of the plant's own.
    ///
    /// @throws ModelException `manifest-unreadable`
    public static Manifest read(Path file) {
        try {
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException unreadable) {
            throw unreadable(file.toString(), unreadable);
        }
    }

    /// The model of this name.
    ///
    /// @throws ModelException `model-unknown`
    public ModelEntry entry(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new ModelException(
                                        "model-unknown",
                                        "There is no model \""
                                                + name
                                                + "\"; there are "
                                                + names()
                                                + "."));
    }

    /// The model of this name, if there is one.
    public Optional<ModelEntry> find(String name) {
        return models.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private String names() {
        return models.stream().map(ModelEntry::name).collect(Collectors.joining(", "));
    }

    private static Manifest parse(byte[] bytes, String from) throws IOException {
        try {
            Manifest manifest = JSON.readValue(bytes, Manifest.class);
            ManifestCheck.check(manifest);
            return manifest;
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            String what = from + ", line " + line + ": " + broken.getOriginalMessage();
            throw new ModelException(
                    "manifest-unreadable",
                    "The list of models cannot be read (" + what + ").",
                    broken);
        }
    }

    private static ModelException unreadable(String from, IOException cause) {
        String message = "The list of models cannot be read (" + from + "): " + cause.getMessage();
        return new ModelException("manifest-unreadable", message, cause);
    }
}
