package dev.andon.knowledge.store;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.nio.file.Path;
import java.sql.SQLException;

/// Says in plain words what went wrong with one database file.
///
/// @param file the database
/// @param mend what to do when it is damaged
record StoreFailure(Path file, String mend) {
    /// The code of a damaged file's failure.
    static final String CORRUPT = "database-corrupt";

    StageException of(SQLException e) {
        return switch (primaryCode(e)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> corrupt(String.valueOf(e.getMessage()), e);
            case SQLITE_FULL ->
                    failure("disk-full", "The disk is full: nothing more can be written to", e);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                    failure(
                            "database-unwritable",
                            "Give this user the right to write to the folder and the file of the"
                                    + " database",
                            e);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    failure(
                            "database-busy",
                            "Another program held the database for too long: wait until it has"
                                    + " finished with",
                            e);
            case SQLITE_IOERR ->
                    failure("database-io", "Check the disk: reading or writing failed on", e);
            default -> failure("database-failed", "The database refused a statement:", e);
        };
    }

    StageException corrupt(String detail, SQLException cause) {
        return new StageException(
                Stage.STORE,
                CORRUPT,
                "The database %s is damaged (%s). %s".formatted(file, detail, mend),
                cause);
    }

    private StageException failure(String code, String what, SQLException e) {
        return new StageException(
                Stage.STORE, code, "%s %s (%s).".formatted(what, file, e.getMessage()), e);
    }

    /// Extended codes, such as `SQLITE_IOERR_WRITE`, carry the primary one in their low byte.
    private static SQLiteErrorCode primaryCode(SQLException e) {
        return e instanceof SQLiteException
                ? SQLiteErrorCode.getErrorCode(((SQLiteException) e).getResultCode().code & 0xff)
                : SQLiteErrorCode.SQLITE_ERROR;
    }
}
