package dev.andon.models;

import dev.andon.models.ModelFile.Archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Entries and contents for tests.
final class TestModels {
    private TestModels() {}

    /// Bytes that no two seeds share.
    static byte[] content(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        var digest = Sha256.digest();
        digest.update(bytes);
        return Sha256.hex(digest);
    }

    /// A file whose size and hash are known.
    static ModelFile known(String path, byte[] content, Archive archive) {
        return new ModelFile(
                path,
                null,
                "https://nowhere.invalid/" + path,
                (long) content.length,
                sha256(content),
                archive);
    }

    /// A file of which nothing is known.
    static ModelFile unknown(String path, Archive archive) {
        return new ModelFile(path, null, "https://nowhere.invalid/" + path, null, null, archive);
    }

    static ModelEntry entry(String name, ModelFile... files) {
        return entry(name, ModelSource.DOWNLOAD, files);
    }

    static ModelEntry entry(String name, ModelSource source, ModelFile... files) {
        return new ModelEntry(
                name,
                ModelKind.SPEECH,
                "vosk",
                "",
                List.of("en"),
                "MIT",
                "",
                source,
                List.of(files));
    }

    /// A zip of entries: name, content, name, content.
    static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
