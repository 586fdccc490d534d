package dev.andon.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The models of this node. Safe to call from any thread and from several processes.
public final class ModelStore {
    private final ModelFolders folders;
    private final Manifest manifest;

    /// @param folder of the models; created when the first one is installed
    /// @param manifest which models there are
    public ModelStore(Path folder, Manifest manifest) {
        this.folders = new ModelFolders(folder.toAbsolutePath().normalize());
        this.manifest = manifest;
    }

    /// The folder of the model, complete. One that is built in is unpacked on first use, and again
    /// after an update of the product or if its files are damaged.
    ///
    /// @throws ModelException `model-unknown`, `model-missing`, `model-corrupt`, `model-outdated`,
    ///     `model-unreadable`
    public Path ready(String name) {
        ModelEntry entry = manifest.entry(name);
        return switch (status(entry)) {
            case PRESENT -> folders.model(name);
            case BUILT_IN -> unpack(entry);
            case ABSENT -> throw pullIt(entry, "model-missing", "is not here");
            case PARTIAL -> throw pullIt(entry, "model-missing", "is here only in part");
            case OUTDATED ->
                    unpackOr(
                            entry, "model-outdated", "is not the revision that this product needs");
            case CORRUPT -> unpackOr(entry, "model-corrupt", "is damaged");
        };
    }

    /// How much of it is here, by the sizes of the files.
    public ModelState status(ModelEntry entry) {
        Path folder = folders.model(entry.name());
        try {
            if (!Files.isDirectory(folder)) {
                return notInstalled(entry);
            }
            Optional<InstalledModel> installed = InstalledModel.read(folder);
            if (installed.isEmpty() || !installed.get().wrongSizes(folder).isEmpty()) {
                return ModelState.CORRUPT;
            }
            return installed.get().madeOf(entry) ? ModelState.PRESENT : ModelState.OUTDATED;
        } catch (IOException unreadable) {
            throw unreadable(entry, unreadable);
        }
    }

    /// Reads every byte of the model.
    ///
    /// @return the files that are missing or differ from what was installed; empty if it is whole
    /// @throws ModelException `model-missing`: it is not installed
    public List<String> verify(String name) {
        ModelEntry entry = manifest.entry(name);
        Path folder = folders.model(name);
        try {
            if (!Files.isDirectory(folder)) {
                throw pullIt(entry, "model-missing", "is not installed");
            }
            Optional<InstalledModel> installed = InstalledModel.read(folder);
            return installed.isEmpty()
                    ? List.of(InstalledModel.NOTE)
                    : installed.get().wrongHashes(folder);
        } catch (IOException unreadable) {
            throw unreadable(entry, unreadable);
        }
    }

    /// The list of what there is.
    public Manifest manifest() {
        return manifest;
    }

    ModelFolders folders() {
        return folders;
    }

    /// Unpacks a model that is built in, whatever lies there.
    Path unpack(ModelEntry entry) {
        try (ModelsLock _ = ModelsLock.take(folders)) {
            Path folder = folders.model(entry.name());
            if (status(entry) == ModelState.PRESENT && verify(entry.name()).isEmpty()) {
                // Another thread or process was faster.
                return folder;
            }
            Path draft = folders.freshDraft(entry.name());
            List<InstalledModel.Stored> origins = new ArrayList<>();
            for (ModelFile file : entry.files()) {
                origins.add(copyResource(entry, file, draft.resolve(file.path())));
            }
            InstalledModel.measure(entry.name(), draft, origins).write(draft);
            folders.publish(entry.name());
            return folder;
        } catch (IOException refused) {
            String message =
                    ("The model \"%s\" cannot be unpacked into %s (%s); check that the folder "
                                    + "is writable and the disk has space.")
                            .formatted(entry.name(), folders.root(), refused);
            throw new ModelException("model-not-installed", message, refused);
        }
    }

    private static InstalledModel.Stored copyResource(ModelEntry entry, ModelFile file, Path target)
            throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = ModelStore.class.getResourceAsStream(file.resource())) {
            if (in == null) {
                throw damagedProduct(entry, file.resource() + " is missing");
            }
            Files.copy(in, target);
        }
        String sha256 = Sha256.of(target);
        if (!sha256.equals(file.sha256())) {
            throw damagedProduct(
                    entry, file.resource() + " has another hash than the manifest says");
        }
        return new InstalledModel.Stored(file.path(), Files.size(target), sha256);
    }

    private ModelState notInstalled(ModelEntry entry) {
        return switch (entry.source()) {
            case BUILT_IN -> ModelState.BUILT_IN;
            case DOWNLOAD ->
                    Files.isDirectory(folders.pull(entry.name()))
                            ? ModelState.PARTIAL
                            : ModelState.ABSENT;
        };
    }

    private Path unpackOr(ModelEntry entry, String code, String what) {
        return switch (entry.source()) {
            case BUILT_IN -> unpack(entry);
            case DOWNLOAD -> throw pullIt(entry, code, what);
        };
    }

    private static ModelException pullIt(ModelEntry entry, String code, String what) {
        String message =
                "The model \"%s\" %s; run: andon models pull %s"
                        .formatted(entry.name(), what, entry.name());
        return new ModelException(code, message);
    }

    private static ModelException damagedProduct(ModelEntry entry, String what) {
        String message =
                "The model \"%s\" of the product is damaged: %s; install the product again."
                        .formatted(entry.name(), what);
        return new ModelException("model-corrupt", message);
    }

    private ModelException unreadable(ModelEntry entry, IOException cause) {
        String message =
                ("The model \"%s\" in %s cannot be read (%s); check the permissions of the "
                                + "folder.")
                        .formatted(entry.name(), folders.model(entry.name()), cause);
        return new ModelException("model-unreadable", message, cause);
    }
}
