package dev.andon.config.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.config.ConfigException;
import dev.andon.config.source.Problem;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The demonstration plant, unpacked into a folder.
///
/// @param folder that holds it
public record DemoPlant(Path folder) {
    private static final String RESOURCES = "/dev/andon/config/demo-plant";

    /// Unpacks the plant; files that stand there are replaced.
    ///
    /// @param folder created if need be
    /// @throws ConfigException the folder cannot be written
    public static DemoPlant unpack(Path folder) {
        try {
            URI origin =
                    Objects.requireNonNull(DemoPlant.class.getResource(RESOURCES), RESOURCES)
                            .toURI();
            if (origin.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(origin, Map.of())) {
                    copy(jar.getPath(RESOURCES), folder);
                }
            } else {
                copy(Path.of(origin), folder);
            }
        } catch (IOException | URISyntaxException failure) {
            Problem problem =
                    new Problem(
                            folder,
                            0,
                            "",
                            "the demonstration plant cannot be unpacked here (" + failure + ")",
                            "make room, or choose another folder with --home");
            throw new ConfigException(problem, failure);
        }
        return new DemoPlant(folder);
    }

    /// The asset register.
    public Path register() {
        return folder.resolve("register.yaml");
    }

    /// The folder of the manuals.
    public Path manuals() {
        return folder.resolve("manuals");
    }

    /// The later revision of a manual that the hub pushes in the demonstration.
    public Path update() {
        return folder.resolve("updates").resolve("palletiser-px200-service-d.pdf");
    }

    /// What a node must answer well from that revision before it serves it, JSON lines.
    public Path updateQuestions() {
        return folder.resolve("updates").resolve("questions.jsonl");
    }

    /// The recording of a question.
    public Path recording(DemoQuestion question) {
        return folder.resolve("questions").resolve(question.file());
    }

    /// The spoken questions, the demonstration's own first.
    public List<DemoQuestion> questions() {
        Path file = folder.resolve("questions").resolve("questions.jsonl");
        JsonMapper json = new JsonMapper();
        List<DemoQuestion> questions = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    questions.add(json.readValue(line, DemoQuestion.class));
                }
            }
        } catch (IOException failure) {
            throw new ConfigException(
                    new Problem(file, 0, "", "cannot be read (" + failure + ")", "unpack it again"),
                    failure);
        }
        return questions;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
