package dev.andon.node.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Exact search by sqlite-vec and by FAISS flat over the same vectors, where this machine has them:
/// Python's FAISS from the distribution's package `python3-faiss`, sqlite-vec from the npm package
/// of that name, fetched when it is measured. Nothing of either is part of Andon.
final class FlatSearches {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String SQLITE_VEC = "sqlite-vec-linux-x64@0.1.9";

    private final Path folder;

    /// @param folder to work in
    FlatSearches(Path folder) {
        this.folder = folder;
    }

    /// What came of it.
    ///
    /// @param millis median of a query by the name of the search, of those that are installed
    /// @param missing why the others are not there
    record Outcome(Map<String, Double> millis, List<String> missing) {}

    /// Times them on vectors and queries that [SyntheticVectors] wrote.
    Outcome measure(Path vectors, Path queries, int dimensions)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                PYTHON,
                                script().toString(),
                                vectors.toString(),
                                queries.toString(),
                                String.valueOf(dimensions)));
        List<String> missing = new ArrayList<>();
        if (Files.isExecutable(Path.of(PYTHON))) {
            Path extension = sqliteVec();
            if (Files.exists(extension)) {
                command.add(extension.toString());
            } else {
                missing.add("sqlite-vec: npm could not fetch " + SQLITE_VEC);
            }
            List<String> lines = run(command);
            if (lines.isEmpty()) {
                missing.add("sqlite-vec and FAISS: the script ended without a result");
            }
            return parsed(lines, missing);
        }
        return new Outcome(Map.of(), List.of("sqlite-vec and FAISS: there is no " + PYTHON));
    }

    private static Outcome parsed(List<String> lines, List<String> missing) {
        Map<String, Double> millis = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 2);
            if (parts[1].startsWith("missing:")) {
                missing.add(line);
            } else {
                millis.put(parts[0], Double.parseDouble(parts[1]));
            }
        }
        return new Outcome(millis, List.copyOf(missing));
    }

    private Path script() throws IOException {
        Path script = folder.resolve("flat_search.py");
        try (InputStream in = FlatSearches.class.getResourceAsStream("flat_search.py")) {
            Files.write(script, in.readAllBytes());
        }
        return script;
    }

    /// Unpacked by npm and tar; the path does not exist where that failed.
    private Path sqliteVec() throws IOException, InterruptedException {
        Path extension = folder.resolve("package/vec0.so");
        if (!Files.exists(extension)) {
            run(
                    List.of(
                            "sh",
                            "-c",
                            "npm pack --silent --fetch-retries=0 "
                                    + SQLITE_VEC
                                    + " && tar xzf sqlite-vec-*.tgz"));
        }
        return extension;
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.lines().toList() : List.of();
        } finally {
            process.destroyForcibly();
        }
    }
}
