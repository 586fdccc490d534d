package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder of drawn pages. When it is full those go first that were not looked at for longest.
final class KeptPictures {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPictures.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final long bytesMax;

    private record Picture(Path file, long bytes, FileTime used) {}

    KeptPictures(Path folder, long bytesMax) {
        this.folder = folder;
        this.bytesMax = bytesMax;
    }

    /// The hash, which becomes the name of a file.
    static String checked(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
        return sha256;
    }

    Optional<byte[]> find(String sha256, int page) {
        Path file = file(sha256, page);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException gone) {
            // Another thread made room meanwhile: it is drawn again.
            return Optional.empty();
        }
    }

    /// Keeps a picture if it can: a full disk only makes the next look slower.
    synchronized void add(String sha256, int page, byte[] png) {
        Path file = file(sha256, page);
        try {
            Files.createDirectories(folder.resolve(sha256));
            Path draft = Files.createTempFile(folder, "page-", ".tmp");
            try {
                Files.write(draft, png);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            makeRoom();
        } catch (IOException e) {
            LOG.warn("The picture of a page is not kept in {}: {}", folder, e.getMessage());
        }
    }

    private void makeRoom() throws IOException {
        List<Picture> pictures = pictures();
        pictures.sort(Comparator.comparing(Picture::used));
        long bytes = pictures.stream().mapToLong(Picture::bytes).sum();
        for (int i = 0; i < pictures.size() && bytes > bytesMax; i++) {
            Files.deleteIfExists(pictures.get(i).file());
            bytes -= pictures.get(i).bytes();
        }
    }

    private List<Picture> pictures() throws IOException {
        List<Picture> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".png")).toList()) {
                pictures.add(new Picture(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        }
        return pictures;
    }

    /// Forgets copies and pictures of all other manuals, and drafts that a killed run left.
    synchronized void keepOnly(Set<String> sha256s) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                boolean wanted =
                        sha256s.stream().anyMatch(folder.relativize(file).toString()::startsWith);
                if (!wanted && !file.equals(folder)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new StageException(
                    Stage.CORPUS,
                    "pictures-not-tidied",
                    "%s cannot be tidied (%s): check its rights.".formatted(folder, e.getMessage()),
                    e);
        }
    }

    private Path file(String sha256, int page) {
        return folder.resolve(checked(sha256)).resolve(page + ".png");
    }
}
