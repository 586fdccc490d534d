package dev.andon.models;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/// The hashes of files that were accepted without one: the next pull must bring the same.
///
/// @param file where they are kept
record TrustedHashes(Path file) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @return null if this file has never been pulled
    @Nullable String find(ModelEntry entry, ModelFile of) throws IOException {
        return all().get(key(entry, of));
    }

    void remember(ModelEntry entry, ModelFile of, String sha256) throws IOException {
        Map<String, String> hashes = all();
        hashes.put(key(entry, of), sha256);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(hashes));
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, String> all() throws IOException {
        return Files.exists(file)
                ? JSON.readValue(
                        Files.readAllBytes(file), new TypeReference<TreeMap<String, String>>() {})
                : new TreeMap<>();
    }

    private static String key(ModelEntry entry, ModelFile of) {
        return entry.name() + "/" + of.path();
    }
}
