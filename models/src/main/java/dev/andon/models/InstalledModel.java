package dev.andon.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The note inside a model's folder: of what it was made and what must lie there.
///
/// @param name of the model
/// @param origins the files of the manifest that it was made of, as they came
/// @param files that lie in the folder
record InstalledModel(String name, List<Stored> origins, List<Stored> files) {
    /// The name of the note.
    static final String NOTE = ".andon-model.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A file with its size and hash.
    record Stored(String path, long sizeBytes, String sha256) {}

    InstalledModel {
        origins = List.copyOf(origins);
        files = List.copyOf(files);
    }

    /// Measures what lies in the folder.
    static InstalledModel measure(String name, Path folder, List<Stored> origins)
            throws IOException {
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(folder)) {
            paths = tree.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
        }
        List<Stored> files = new ArrayList<>();
        for (Path path : paths) {
            String relative = folder.relativize(path).toString().replace('\\', '/');
            if (!relative.equals(NOTE)) {
                files.add(new Stored(relative, Files.size(path), Sha256.of(path)));
            }
        }
        return new InstalledModel(name, origins, files);
    }

    /// The note in the folder; empty if there is none or it cannot be understood.
    static Optional<InstalledModel> read(Path folder) throws IOException {
        try {
            return Optional.of(
                    JSON.readValue(Files.readAllBytes(folder.resolve(NOTE)), InstalledModel.class));
        } catch (NoSuchFileException | JsonProcessingException noNote) {
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        Files.write(
                folder.resolve(NOTE),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    /// Whether this is what the manifest names, as far as the manifest knows.
    boolean madeOf(ModelEntry entry) {
        return entry.files().size() == origins.size()
                && entry.files().stream()
                        .allMatch(file -> origins.stream().anyMatch(origin -> same(origin, file)));
    }

    /// The files that are missing or have another size: quick, for every start.
    List<String> wrongSizes(Path folder) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Stored file : files) {
            Path path = folder.resolve(file.path());
            if (!Files.isRegularFile(path) || Files.size(path) != file.sizeBytes()) {
                wrong.add(file.path());
            }
        }
        return wrong;
    }

    /// The files that are missing or have another hash: reads everything.
    List<String> wrongHashes(Path folder) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Stored file : files) {
            Path path = folder.resolve(file.path());
            if (!Files.isRegularFile(path) || !Sha256.of(path).equals(file.sha256())) {
                wrong.add(file.path());
            }
        }
        return wrong;
    }

    private static boolean same(Stored origin, ModelFile file) {
        @Nullable String sha256 = file.sha256();
        return origin.path().equals(file.path())
                && (sha256 == null || sha256.equals(origin.sha256()));
    }
}
