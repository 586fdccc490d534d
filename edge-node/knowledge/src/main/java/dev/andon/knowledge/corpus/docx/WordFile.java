package dev.andon.knowledge.corpus.docx;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/// An opened Word document: its parts by what they are to the text.
///
/// Relationships that lead out of the file (linked pictures, templates, frames, objects) are never
/// followed. What unpacks to far more than it takes, or to more than [#PART_BYTES_MAX], is refused.
final class WordFile implements AutoCloseable {
    /// The text of a document of 20,000 pages has less.
    static final long PART_BYTES_MAX = 512L * 1024 * 1024;

    static {
        ZipSecureFile.setMaxEntrySize(PART_BYTES_MAX);
    }

    private final OPCPackage file;
    private final PackagePart text;

    private WordFile(OPCPackage file, PackagePart text) {
        this.file = file;
        this.text = text;
    }

    /// @throws StageException `corpus`: `docx-old`, `docx-encrypted`, `docx-broken`, `docx-bomb`
    static WordFile open(Path path) {
        try {
            if (FileMagic.valueOf(path.toFile()) == FileMagic.OLE2) {
                throw compound(path);
            }
            refuseCutOff(path);
            OPCPackage file = OPCPackage.open(path.toFile(), PackageAccess.READ);
            try {
                return new WordFile(file, text(path, file));
            } catch (StageException e) {
                file.revert();
                throw e;
            }
        } catch (IOException
                | InvalidFormatException
                | UnsupportedFileFormatException
                | OpenXML4JRuntimeException e) {
            throw failure(path, e);
        }
    }

    /// The directory of the parts is at the end of the file. Without it the parts that are left
    /// could still be read, as half a manual.
    private static void refuseCutOff(Path path) throws IOException {
        try (ZipSecureFile whole = new ZipSecureFile(path.toFile())) {
            whole.getEntries();
        }
    }

    /// What goes wrong while a part is read.
    static StageException failure(Path path, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("zip bomb") || message.contains("max size")) {
                return new StageException(
                        Stage.CORPUS,
                        "docx-bomb",
                        path
                                + " unpacks to far more than a document holds and is not read: get"
                                + " it anew from its maker, or give the PDF.",
                        e);
            }
            if (cause instanceof Xml.TooNested) {
                return new StageException(
                        Stage.CORPUS,
                        "too-nested",
                        "%s has elements nested more than %d deep: save it again in Word."
                                .formatted(path, Xml.DEPTH_MAX),
                        e);
            }
        }
        return broken(path, e);
    }

    private static PackagePart text(Path path, OPCPackage file) throws InvalidFormatException {
        PackagePart text = part(file.getRelationships(), "/officeDocument", file);
        if (text == null || !text.getContentType().contains("word")) {
            throw new StageException(
                    Stage.CORPUS,
                    "docx-broken",
                    path + " is no Word document: save it in Word as .docx, or give the PDF.");
        }
        return text;
    }

    /// Older files, and encrypted new ones, are another kind of container.
    private static StageException compound(Path path) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(path.toFile(), true)) {
            if (container.getRoot().hasEntry("EncryptedPackage")) {
                return new StageException(
                        Stage.CORPUS,
                        "docx-encrypted",
                        path + " is locked with a password: save a copy without one.");
            }
        }
        return old(path);
    }

    static StageException old(Path path) {
        return new StageException(
                Stage.CORPUS,
                "docx-old",
                path + " is a Word document of before 2007: open it and save it as .docx.");
    }

    private static StageException broken(Path path, Exception e) {
        return new StageException(
                Stage.CORPUS,
                "docx-broken",
                "%s is damaged and cannot be read: copy it again or save it again in Word."
                        .formatted(path),
                e);
    }

    /// The part that holds the text.
    InputStream text() throws IOException {
        return text.getInputStream();
    }

    /// A part that belongs to the text, such as `/styles`; null where the document has none.
    @Nullable Xml part(String kind) throws IOException, InvalidFormatException {
        return xml(part(text.getRelationships(), kind, file));
    }

    /// A part that belongs to the file, such as `/extended-properties`.
    @Nullable Xml filePart(String kind) throws IOException, InvalidFormatException {
        return xml(part(file.getRelationships(), kind, file));
    }

    /// What the file says of itself.
    PackageProperties properties() throws InvalidFormatException {
        return file.getPackageProperties();
    }

    private static @Nullable Xml xml(@Nullable PackagePart part) throws IOException {
        if (part == null) {
            return null;
        }
        try (InputStream in = part.getInputStream()) {
            return Xml.read(in);
        }
    }

    private static @Nullable PackagePart part(
            PackageRelationshipCollection relationships, String kind, OPCPackage file)
            throws InvalidFormatException {
        for (PackageRelationship relationship : relationships) {
            if (relationship.getRelationshipType().endsWith(kind)
                    && relationship.getTargetMode() == TargetMode.INTERNAL) {
                return file.getPart(PackagingURIHelper.createPartName(relationship.getTargetURI()));
            }
        }
        return null;
    }

    @Override
    public void close() {
        file.revert();
    }
}
