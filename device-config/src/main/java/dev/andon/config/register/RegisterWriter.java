package dev.andon.config.register;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

import dev.andon.config.source.Problem;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Writes the canonical YAML: the same register always gives the same bytes.
public final class RegisterWriter {
    private static final YAMLFactory YAML =
            YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build();

    private RegisterWriter() {}

    /// Replaces the file as a whole: a power cut leaves the old one or the new one.
    ///
    /// @throws RegisterException the folder cannot be written to, or the disk is full
    public static void write(AssetRegister register, Path file) {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling(target.getFileName() + ".new");
        try {
            writeThrough(draft, text(register));
            Files.move(
                    draft,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            flushFolder(target);
        } catch (IOException refused) {
            String what = "it cannot be written (" + refused + ")";
            String mend = "check that the folder is writable and the disk has space";
            throw new RegisterException(new Problem(file, 0, "", what, mend), refused);
        }
    }

    /// The canonical YAML.
    public static String text(AssetRegister register) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = YAML.createGenerator(text)) {
            writeRegister(out, register);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void writeRegister(JsonGenerator out, AssetRegister register)
            throws IOException {
        out.writeStartObject();
        out.writeNumberField("register", Integer.parseInt(YamlRegister.VERSION));
        out.writeStringField("site", register.site());
        out.writeStringField("name", register.name());
        out.writeArrayFieldStart("lines");
        for (Line line : register.lines()) {
            out.writeStartObject();
            out.writeStringField("id", line.id());
            out.writeStringField("name", line.name());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("machines");
        for (Machine machine : register.machines()) {
            writeMachine(out, machine);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeMachine(JsonGenerator out, Machine machine) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", machine.id());
        out.writeStringField("name", machine.name());
        writeAliases(out, machine.aliases());
        out.writeStringField("line", machine.line());
        out.writeStringField("class", machine.machineClass());
        out.writeStringField("model", machine.model());
        out.writeStringField("serial", machine.serial());
        out.writeArrayFieldStart("faults");
        for (FaultCode fault : machine.faults()) {
            writeOwned(out, "code", fault.code(), fault.name(), fault.aliases());
        }
        out.writeEndArray();
        out.writeArrayFieldStart("parts");
        for (Part part : machine.parts()) {
            writeOwned(out, "number", part.number(), part.name(), part.aliases());
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeOwned(
            JsonGenerator out, String idKey, String id, String name, List<String> aliases)
            throws IOException {
        out.writeStartObject();
        out.writeStringField(idKey, id);
        out.writeStringField("name", name);
        writeAliases(out, aliases);
        out.writeEndObject();
    }

    private static void writeAliases(JsonGenerator out, List<String> aliases) throws IOException {
        out.writeArrayFieldStart("aliases");
        for (String alias : aliases) {
            out.writeString(alias);
        }
        out.writeEndArray();
    }

    private static void writeThrough(Path file, String text) throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /// Without this a power cut may undo the rename.
    private static void flushFolder(Path target) throws IOException {
        try (FileChannel folder =
                FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
