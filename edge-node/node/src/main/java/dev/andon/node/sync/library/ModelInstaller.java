package dev.andon.node.sync.library;

import dev.andon.models.Manifest;
import dev.andon.models.ModelEntry;
import dev.andon.models.ModelException;
import dev.andon.models.ModelFile;
import dev.andon.models.ModelPull;
import dev.andon.models.ModelState;
import dev.andon.models.ModelStore;
import dev.andon.models.PullOptions;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of a model. It belongs to the model that the list of models names by its hash; when the
/// last file of a model has come, the model is installed from them, as `andon models pull --from`
/// does.
///
/// What the list does not name is refused: nobody else vouches for what a model is.
public final class ModelInstaller implements Installer {
    private final LibraryFiles files;
    private final ModelStore models;

    /// Installs into a store of models.
    public ModelInstaller(LibraryFiles files, ModelStore models) {
        this.files = files;
        this.models = models;
    }

    /// A file of a model in the list.
    private record Known(ModelEntry model, ModelFile file) {}

    /// Once as it came and once in its place, and once more if it must be unpacked.
    @Override
    public long headroom(Revision revision) {
        return 2 * revision.manifest().file().length();
    }

    @Override
    public Done install(Revision revision) throws IOException {
        serveAgain(revision);
        return Done.PLAINLY;
    }

    @Override
    public void serveAgain(Revision revision) throws IOException {
        Known known = known(revision);
        link(
                files.content(revision, PartName.Tree.FILE),
                mirror().resolve(known.model().name()).resolve(known.file().path()));
        if (isComplete(known.model())) {
            pull(known.model());
        }
    }

    @Override
    public boolean isInUse(Revision revision) {
        ModelEntry model = known(revision).model();
        return models.status(model) == ModelState.PRESENT || !isComplete(model);
    }

    @Override
    public boolean needsRestart() {
        return true;
    }

    private Known known(Revision revision) {
        String sha256 = revision.manifest().file().sha256();
        Manifest manifest = models.manifest();
        for (ModelEntry model : manifest.models()) {
            for (ModelFile file : model.files()) {
                if (sha256.equals(file.sha256())) {
                    return new Known(model, file);
                }
            }
        }
        throw new LibraryException(
                "not-readable",
                "No model in the list of models of this node has a file with the SHA-256 %s: add the model to manifest.json in the node's home first."
                        .formatted(sha256));
    }

    private boolean isComplete(ModelEntry model) {
        Path folder = mirror().resolve(model.name());
        return model.files().stream().allMatch(file -> Files.exists(folder.resolve(file.path())));
    }

    private void pull(ModelEntry model) {
        try (ModelPull pull = new ModelPull(models)) {
            pull.pull(model, new PullOptions(mirror().toString(), false), (_, _, _) -> {});
        } catch (ModelException e) {
            String code = e.code().equals("disk-full") ? "disk-full" : "not-readable";
            throw new LibraryException(code, String.valueOf(e.getMessage()), e);
        }
    }

    private Path mirror() {
        return files.root().resolve("models");
    }

    /// A link where the disk can: a language model is too large to lie there more often than it
    /// must.
    private static void link(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.copy(file, target);
        }
    }
}
