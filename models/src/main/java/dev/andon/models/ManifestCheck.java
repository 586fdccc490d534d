package dev.andon.models;

import java.util.regex.Pattern;

/// A manifest can be the plant's own, and its names become paths: nothing of it may lead elsewhere.
final class ManifestCheck {
    private static final int VERSION = 1;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern PATH = Pattern.compile(NAME + "(/" + NAME + "){0,7}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private ManifestCheck() {}

    static void check(Manifest manifest) {
        if (manifest.manifest() != VERSION) {
            String message =
                    ("The list of models has version %s, and this product reads version %s; "
                                    + "take the list that came with it.")
                            .formatted(manifest.manifest(), VERSION);
            throw new ModelException("manifest-invalid", message);
        }
        manifest.models().forEach(ManifestCheck::check);
    }

    private static void check(ModelEntry entry) {
        require(NAME.matcher(entry.name()).matches(), entry, "the name");
        require(!entry.files().isEmpty(), entry, "the list of files, which is empty,");
        entry.files().forEach(file -> check(entry, file));
    }

    private static void check(ModelEntry entry, ModelFile file) {
        require(PATH.matcher(file.path()).matches(), entry, "the path " + file.path());
        String sha256 = file.sha256();
        require(
                sha256 == null || SHA256.matcher(sha256).matches(),
                entry,
                "the sha256 of " + file.path());
        Long sizeBytes = file.sizeBytes();
        require(sizeBytes == null || sizeBytes >= 0, entry, "the size of " + file.path());
        switch (entry.source()) {
            case BUILT_IN -> {
                require(file.resource() != null, entry, "the missing resource of " + file.path());
                require(
                        sha256 != null && sizeBytes != null,
                        entry,
                        "the missing sha256 or size of " + file.path());
                require(
                        file.archive() == ModelFile.Archive.NONE,
                        entry,
                        "the archive " + file.path());
            }
            case DOWNLOAD ->
                    require(file.url() != null, entry, "the missing url of " + file.path());
        }
    }

    private static void require(boolean holds, ModelEntry entry, String what) {
        if (!holds) {
            throw new ModelException(
                    "manifest-invalid",
                    "In the list of models, "
                            + what
                            + " of \""
                            + entry.name()
                            + "\" is not allowed; mend manifest.json.");
        }
    }
}
