package dev.andon.config.source;

import java.nio.file.Path;

/// One thing that is wrong in a file.
///
/// @param file where
/// @param line counted from 1; 0 if it concerns the whole file
/// @param field the key with its full path, or the column; empty if it concerns the whole line
/// @param what is wrong, with the value
/// @param mend what to do about it
public record Problem(Path file, int line, String field, String what, String mend) {
    /// `plant.yaml, line 7, machines[2].line: "line-9" is no known line; add it under "lines"`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file.toString());
        if (line > 0) {
            text.append(", line ").append(line);
        }
        if (!field.isEmpty()) {
            text.append(", ").append(field);
        }
        return text.append(": ").append(what).append("; ").append(mend).toString();
    }
}
