package dev.andon.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Unpacks a zip that may be hostile: nothing outside the folder, nothing beyond the limits.
final class Unzip {
    /// More files than any model has.
    static final int ENTRIES_MAX = 10_000;

    /// A model's files shrink to a third at best; a bomb's to a thousandth.
    static final int GROWTH_MAX = 100;

    /// Growth does not count below this.
    static final long SMALL_BYTES = 16L << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path archive;
    private final Path target;
    private long leftBytes;

    private Unzip(Path archive, Path target, long leftBytes) {
        this.archive = archive;
        this.target = target;
        this.leftBytes = leftBytes;
    }

    /// @param stripTop drop the one folder that everything lies in
    /// @throws ModelException `archive-refused`
    static void unpack(Path archive, Path target, boolean stripTop) throws IOException {
        long most = Math.max(SMALL_BYTES, Files.size(archive) * GROWTH_MAX);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            new Unzip(archive, target, most).unpack(zip, stripTop);
        } catch (ZipException broken) {
            throw new ModelException(
                    "archive-refused",
                    archive.getFileName()
                            + " is no whole zip ("
                            + broken.getMessage()
                            + "); pull it again.",
                    broken);
        }
    }

    private void unpack(ZipFile zip, boolean stripTop) throws IOException {
        if (zip.size() > ENTRIES_MAX) {
            throw refuse("has more than " + ENTRIES_MAX + " entries");
        }
        List<? extends ZipEntry> files =
                zip.stream().filter(entry -> !entry.isDirectory()).toList();
        for (ZipEntry file : files) {
            String name = stripTop ? withoutTop(file.getName()) : file.getName();
            try (InputStream in = zip.getInputStream(file)) {
                write(in, inside(name));
            }
        }
    }

    private void write(InputStream in, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out =
                Files.newOutputStream(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                leftBytes -= read;
                if (leftBytes < 0) {
                    throw refuse("unpacks to more than " + GROWTH_MAX + " times its size");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private Path inside(String name) {
        Path file = target.resolve(name).normalize();
        boolean plain = !name.isEmpty() && name.indexOf('\\') < 0 && name.indexOf(':') < 0;
        if (!plain || !file.startsWith(target) || file.equals(target)) {
            throw refuse("has the entry \"" + name + "\", which would land elsewhere");
        }
        return file;
    }

    private String withoutTop(String name) {
        int slash = name.indexOf('/');
        if (slash <= 0) {
            throw refuse("has the entry \"" + name + "\" beside its top folder");
        }
        return name.substring(slash + 1);
    }

    private ModelException refuse(String what) {
        String message =
                "%s %s; nothing was installed. Pull it from another place."
                        .formatted(archive.getFileName(), what);
        return new ModelException("archive-refused", message);
    }
}
