package dev.andon.hub.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// What a request is answered with.
public sealed interface Answer {
    /// A JSON document.
    ///
    /// @param status of HTTP
    /// @param value a record, a list or a map
    record Document(int status, Object value) implements Answer {}

    /// It was done, and there is nothing to say.
    record Nothing() implements Answer {}

    /// A JSON value a line, each sent when it is given: for long work that tells how far it is. A
    /// failure becomes a last line `{"problem": {...}}`.
    ///
    /// @param work gives the lines
    record Lines(Consumer<Consumer<Object>> work) implements Answer {}

    /// A file.
    ///
    /// @param file that is sent
    /// @param type of its content
    /// @param name that it is saved under
    /// @param passing deleted when it was sent
    record Download(Path file, String type, String name, boolean passing) implements Answer {}

    /// 200 and a document.
    static Answer of(Object value) {
        return new Document(200, value);
    }

    /// 200 and a document with one field.
    static Answer of(String field, Object value) {
        return of(Map.of(field, value));
    }
}
