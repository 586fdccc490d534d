package dev.andon.knowledge.corpus;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All formats of manuals: picks the reader by the file's name, asks the sidecar file, and looks at
/// the text for its language where nobody says it.
public final class ManualReaders {
    /// The formats that this library has readers for, in words for a person.
    public static final String FORMATS =
            "PDF (.pdf), Word (.docx), HTML (.html), Markdown (.md), CSV (.csv) or plain text"
                    + " (.txt)";

    /// Counts the changes of what is done here after which the same file gives another manual.
    private static final int VERSION = 1;

    private static final int PROSE_LENGTH_MIN = 500;
    private static final int PROSE_LENGTH_MAX = 20_000;

    private final List<ManualReader> readers;
    private final LanguageDetector languages;

    /// Readers that take no guess at a language.
    public ManualReaders(List<ManualReader> readers) {
        this(readers, _ -> null);
    }

    /// The readers, the first that reads a file is taken.
    public ManualReaders(List<ManualReader> readers, LanguageDetector languages) {
        this.readers = List.copyOf(readers);
        this.languages = languages;
    }

    /// Whether a file is a manual in one of the formats; sidecar files are not.
    public boolean reads(Path file) {
        return reader(file).isPresent();
    }

    /// Grows with the version of the reader of a file, and with that of what is done here.
    ///
    /// @throws StageException `corpus`: `format-unknown`
    public int version(Path file) {
        return known(file).version() + VERSION;
    }

    /// Reads a manual.
    ///
    /// @param commandLine what the person who asks for it says of it; wins over the sidecar file,
    ///     which wins over the document
    /// @throws StageException `corpus`: `format-unknown`, `file-missing`, `file-empty`, and the
    ///     failures of the reader and of [Sidecar#read]
    public ManualContent read(Path file, DeclaredManual commandLine) {
        ManualReader reader = known(file);
        refuseMissingOrEmpty(file);
        DeclaredManual said = commandLine.orElse(Sidecar.read(file));
        ManualContent content = inItsLanguage(reader.read(file, said));
        return said.documentClass() == null ? inItsClass(content) : content;
    }

    /// What the document says of its class wins over what it is made of.
    private static ManualContent inItsClass(ManualContent content) {
        Manual manual = content.manual();
        return manual.documentClass() == DocumentClass.MANUAL
                ? content.with(
                        manual.ofClass(
                                DocumentClassifier.classify(manual.title(), content.blocks())))
                : content;
    }

    private ManualContent inItsLanguage(ManualContent content) {
        Manual manual = content.manual();
        String language =
                manual.language() == null ? languages.language(prose(content.blocks())) : null;
        return language == null ? content : content.with(manual.inLanguage(language));
    }

    /// What is written in sentences; if that is little, also what stands in tables.
    private static String prose(List<Block> blocks) {
        StringBuilder prose = new StringBuilder();
        StringBuilder tables = new StringBuilder();
        for (Block block : blocks) {
            if (prose.length() > PROSE_LENGTH_MAX) {
                break;
            }
            switch (block) {
                case Block.Heading(_, var text, _) -> prose.append(text).append('\n');
                case Block.Paragraph(var text, _) -> prose.append(text).append('\n');
                case Block.Step(_, var text, _) -> prose.append(text).append('\n');
                case Block.Item(var text, _) -> prose.append(text).append('\n');
                case Block.Notice(_, var text, _) -> prose.append(text).append('\n');
                case Block.Figure(var text, _) -> prose.append(text).append('\n');
                case Block.Table table -> cells(table, tables);
            }
        }
        return prose.length() < PROSE_LENGTH_MIN
                ? prose.append(tables).toString()
                : prose.toString();
    }

    private static void cells(Block.Table table, StringBuilder text) {
        for (List<String> row : table.rows()) {
            if (text.length() > PROSE_LENGTH_MAX) {
                return;
            }
            text.append(String.join("\n", row)).append('\n');
        }
    }

    private ManualReader known(Path file) {
        return reader(file)
                .orElseThrow(
                        () ->
                                failure(
                                        "format-unknown",
                                        "%s is in no format that is read here: give %s."
                                                .formatted(file, FORMATS)));
    }

    private Optional<ManualReader> reader(Path file) {
        return readers.stream().filter(reader -> reader.reads(file)).findFirst();
    }

    private static void refuseMissingOrEmpty(Path file) {
        if (!Files.isRegularFile(file)) {
            throw failure("file-missing", "There is no file " + file + ".");
        }
        try {
            if (Files.size(file) == 0) {
                throw failure("file-empty", file + " is empty: copy it again from its source.");
            }
        } catch (IOException e) {
            throw new StageException(Stage.CORPUS, "unreadable", "Cannot read " + file + ".", e);
        }
    }

    private static StageException failure(String code, String message) {
        return new StageException(Stage.CORPUS, code, message);
    }
}
