package dev.andon.node.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// What the serving node last knew of its link, kept in a file for other processes and for its own
/// next start. It holds nothing that cannot be lost.
///
/// @param at when it was written, UTC milliseconds
/// @param since the begin of the last connection, see [Connection]
/// @param heardAt when the hub last answered; null if it never did
/// @param link as it was then; null before the first look
public record Contact(long at, long since, @Nullable Long heardAt, @Nullable LinkState link) {
    /// Before any.
    public static final Contact NONE = new Contact(0, 0, null, null);

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /// The file in the folder of the enrolment.
    public static Path file(Path folder) {
        return folder.resolve("contact.json");
    }

    /// Reads it; empty if there is none, or if what is there is no such file: it will be written
    /// anew.
    public static Optional<Contact> read(Path folder) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file(folder)), Contact.class));
        } catch (NoSuchFileException | JsonProcessingException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(folder), e);
        }
    }

    /// Writes it, whole or not at all. Not forced to the disk: a power cut may take it.
    public void write(Path folder) {
        try {
            PrivateFile.write(
                    file(folder),
                    JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8),
                    false);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record is always JSON", e);
        }
    }
}
