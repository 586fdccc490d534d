package dev.andon.node.eval;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.DeclaredManual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// A real manual that a package of the distribution brings. It is installed when the evaluation
/// runs, and never a part of Andon.
///
/// @param packageName as the package manager calls it
/// @param installed where the package puts it; may be compressed
/// @param id that its questions cite
/// @param title of the manual
/// @param language BCP 47
record PackagedManual(
        String packageName, Path installed, String id, String title, String language) {
    static final PackagedManual LINUXCNC =
            new PackagedManual(
                    "linuxcnc-doc-en",
                    Path.of("/usr/share/doc/linuxcnc/LinuxCNC_Documentation.pdf"),
                    "linuxcnc",
                    "LinuxCNC",
                    "en");

    static final PackagedManual EYES17 =
            new PackagedManual(
                    "eyes17-manuals-fr",
                    Path.of("/usr/share/doc/eyes17/fr/eyes17.pdf.gz"),
                    "eyes17",
                    "expEYES-17, manuel utilisateur",
                    "fr");

    /// The command that brings it.
    List<String> installation() {
        return List.of("apt-get", "install", "-y", "--no-install-recommends", packageName);
    }

    /// Whether the manual is here; tries to install it where that needs no one's password.
    ///
    /// @param told what the package manager says
    boolean present(Consumer<String> told) {
        if (Files.exists(installed)) {
            return true;
        }
        if (System.getProperty("user.name", "").equals("root") && Program.onPath("apt-get")) {
            new Program(installation()).run(told);
        }
        return Files.exists(installed);
    }

    /// What the evaluation knows of it beyond what it says itself.
    DeclaredManual declared() {
        return new DeclaredManual(id, title, null, language, List.of(), null);
    }

    /// The manual as a file that Andon reads, unpacked into a folder if it is compressed.
    Path file(Path folder) {
        String name = installed.getFileName().toString();
        if (!name.endsWith(".gz")) {
            return installed;
        }
        Path file = folder.resolve(name.substring(0, name.length() - 3));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(installed))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StageException(
                    Stage.CORPUS,
                    "unreadable",
                    "%s cannot be unpacked to %s; make room or install %s again."
                            .formatted(installed, file, packageName),
                    failure);
        }
        return file;
    }
}
