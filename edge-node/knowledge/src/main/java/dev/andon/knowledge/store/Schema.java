package dev.andon.knowledge.store;

import java.util.List;

/// What a database file holds: its ordered migrations, and what to do when the file is damaged.
///
/// The version of a file is the number of scripts that ran on it. A script, once released, is
/// never changed: a change is a new script at the end.
///
/// @param anchor class beside whose resources the scripts lie
/// @param scripts resource names, oldest first
/// @param mend one sentence for the person who finds the file damaged
public record Schema(Class<?> anchor, List<String> scripts, String mend) {
    public Schema {
        scripts = List.copyOf(scripts);
    }

    /// The version that this Andon writes.
    public int version() {
        return scripts.size();
    }
}
