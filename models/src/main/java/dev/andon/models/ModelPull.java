package dev.andon.models;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Fetches a model, checks it and installs it; whatever happens, there is the whole model or none.
///
/// A pull that was cut short, by the line, a full disk or a kill, goes on where it stopped.
public final class ModelPull implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ModelStore store;
    private final PullLimits limits;
    private final DiskSpace disk = new DiskSpace();
    private final HttpClient client;

    /// @param store that the models are installed in
    public ModelPull(ModelStore store) {
        this(store, PullLimits.USUAL);
    }

    ModelPull(ModelStore store, PullLimits limits) {
        this.store = store;
        this.limits = limits;
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(limits.connectMax());
        ProxySelector proxy = ProxySelector.getDefault();
        this.client = (proxy == null ? builder : builder.proxy(proxy)).build();
    }

    /// Blocks until the model is installed. One that is here and whole is left alone; one that is
    /// damaged is installed again.
    ///
    /// @return its folder
    /// @throws ModelException `download-failed`, `download-refused`, `disk-full`, `wrong-hash`,
    ///     `wrong-size`, `hash-unknown`, `archive-refused`, `insecure-address`,
    ///     `malformed-address`, `mirror-lacks-file`, `interrupted`, `model-not-installed`
    public Path pull(ModelEntry entry, PullOptions options, PullProgress progress) {
        return switch (entry.source()) {
            case BUILT_IN -> store.unpack(entry);
            case DOWNLOAD -> download(entry, options, progress);
        };
    }

    /// Ends the connections.
    @Override
    public void close() {
        client.shutdownNow();
    }

    private Path download(ModelEntry entry, PullOptions options, PullProgress progress) {
        ModelFolders folders = store.folders();
        try (ModelsLock _ = ModelsLock.take(folders)) {
            if (store.status(entry) == ModelState.PRESENT && store.verify(entry.name()).isEmpty()) {
                ModelFolders.delete(folders.pull(entry.name()));
                return folders.model(entry.name());
            }
            List<InstalledModel.Stored> origins = new ArrayList<>();
            for (ModelFile file : entry.files()) {
                origins.add(fetch(entry, file, options, progress));
            }
            return install(entry, origins);
        } catch (IOException refused) {
            String message =
                    ("The model \"%s\" cannot be installed in %s (%s); check that the folder is "
                                    + "writable and the disk has space.")
                            .formatted(entry.name(), folders.root(), refused);
            throw new ModelException("model-not-installed", message, refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            String message =
                    "Pulling \""
                            + entry.name()
                            + "\" was stopped; pull again: it goes on where it stopped.";
            throw new ModelException("interrupted", message, stopped);
        }
    }

    private InstalledModel.Stored fetch(
            ModelEntry entry, ModelFile file, PullOptions options, PullProgress progress)
            throws IOException, InterruptedException {
        TrustedHashes trusted = new TrustedHashes(store.folders().trusted());
        String expected = file.sha256() != null ? file.sha256() : trusted.find(entry, file);
        if (expected == null && !options.trustFirstUse()) {
            String message =
                    ("Nobody has verified the hash of %s of \"%s\" yet; add --trust-first-use "
                                    + "to accept what comes and to be held to it from then on.")
                            .formatted(file.path(), entry.name());
            throw new ModelException("hash-unknown", message);
        }
        PartFile part = new PartFile(store.folders().pull(entry.name()).resolve(file.path()));
        if (!Files.exists(part.file())) {
            bring(file, Origin.of(entry, file, options.from()), part, progress);
        }
        String sha256 = check(part, expected);
        if (file.sha256() == null) {
            trusted.remember(entry, file, sha256);
        }
        return new InstalledModel.Stored(file.path(), Files.size(part.file()), sha256);
    }

    private void bring(ModelFile file, Origin origin, PartFile part, PullProgress progress)
            throws IOException, InterruptedException {
        Long size = file.sizeBytes();
        disk.require(part.file(), size == null ? 0 : size - part.bytes());
        switch (origin) {
            case Origin.Web web ->
                    new Download(client, limits, file, web.address(), progress).fetch(part, disk);
            case Origin.Folder folder -> copy(folder.file(), file, part, progress);
        }
    }

    private void copy(Path from, ModelFile file, PartFile part, PullProgress progress)
            throws IOException {
        long total = Files.size(from);
        part.begin(null);
        disk.require(part.file(), total);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(from);
                FileChannel out = part.append()) {
            long done = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                PartFile.write(out, buffer, read);
                done += read;
                progress.advanced(file.path(), done, total);
            }
            out.force(true);
        }
        part.complete();
    }

    private static String check(PartFile part, @Nullable String expected) throws IOException {
        String sha256 = Sha256.of(part.file());
        if (expected != null && !expected.equals(sha256)) {
            part.delete();
            String message =
                    ("%s has the hash %s instead of %s: it is not the file that was verified. "
                                    + "It was deleted; pull it from another place.")
                            .formatted(part.file().getFileName(), sha256, expected);
            throw new ModelException("wrong-hash", message);
        }
        return sha256;
    }

    private Path install(ModelEntry entry, List<InstalledModel.Stored> origins) throws IOException {
        ModelFolders folders = store.folders();
        Path draft = folders.freshDraft(entry.name());
        for (ModelFile file : entry.files()) {
            Path fetched = folders.pull(entry.name()).resolve(file.path());
            switch (file.archive()) {
                case NONE -> place(fetched, draft.resolve(file.path()));
                case ZIP -> Unzip.unpack(fetched, draft, false);
                case ZIP_STRIPPED -> Unzip.unpack(fetched, draft, true);
            }
        }
        InstalledModel.measure(entry.name(), draft, origins).write(draft);
        folders.publish(entry.name());
        ModelFolders.delete(folders.pull(entry.name()));
        return folders.model(entry.name());
    }

    /// A link where the disk can, since a language model is too large to lie there twice; the
    /// fetched name stays until all is installed, so that a kill here costs nothing.
    private static void place(Path fetched, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try {
            Files.createLink(target, fetched);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.copy(fetched, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
