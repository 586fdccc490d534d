package dev.andon.node.journal.sqlite;

import dev.andon.knowledge.store.Schema;

import java.util.List;

/// The tables of the journal. It is the record itself: a damaged file is never deleted nor set
/// aside by Andon.
public final class JournalSchema {
    /// To open the journal with.
    public static final Schema SCHEMA =
            new Schema(
                    JournalSchema.class,
                    List.of(
                            "001-journal.sql",
                            "002-sent-mark.sql",
                            "003-joining.sql",
                            "004-procedure.sql",
                            "005-escalation.sql"),
                    "Nothing was deleted, and until it is mended nothing is recorded; `andon"
                            + " incidents` shows what can still be read. Stop Andon, keep the"
                            + " damaged file under another name, and put a backup in its place.");

    private JournalSchema() {}
}
