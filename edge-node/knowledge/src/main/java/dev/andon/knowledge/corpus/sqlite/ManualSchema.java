package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.store.Schema;

import java.util.List;

/// The tables of the manuals' index, a file of its own: it is derived from the manuals and can be
/// made anew from them.
public final class ManualSchema {
    /// To open the index with.
    public static final Schema SCHEMA =
            new Schema(
                    ManualSchema.class,
                    List.of(
                            "001-manuals-and-passages.sql",
                            "002-version-of-reading.sql",
                            "003-facts.sql",
                            "004-words-by-language.sql",
                            "005-vectors-of-unfinished-manuals.sql",
                            "006-library-of-the-hub.sql"),
                    "Run `andon index` on the manuals: it moves the damaged file aside and makes"
                            + " the index anew.");

    private ManualSchema() {}
}
