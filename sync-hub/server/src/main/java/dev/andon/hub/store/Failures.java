package dev.andon.hub.store;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// What a driver throws, as what a person can do about it.
final class Failures {
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_NOTADB = 26;
    private static final int SQLITE_PRIMARY_CODE = 0xff;

    private Failures() {}

    static StoreException of(StoreSettings settings, Throwable thrown) {
        SQLException sql = sql(thrown);
        String code = sql == null ? "failed" : code(sql);
        String said = String.valueOf((sql == null ? thrown : sql).getMessage()).strip();
        return new StoreException(code, message(code, settings.url(), said), thrown);
    }

    /// Whether another works on the SQLite file right now.
    static boolean isBusy(Throwable thrown) {
        SQLException sql = sql(thrown);
        return sql != null
                && sql.getSQLState() == null
                && (sql.getErrorCode() & SQLITE_PRIMARY_CODE) == SQLITE_BUSY;
    }

    private static @Nullable SQLException sql(Throwable thrown) {
        SQLException innermost = null;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                innermost = sql;
            }
        }
        return innermost;
    }

    private static String code(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (sql instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.startsWith("53300")) {
            return "unreachable";
        }
        return switch (state) {
            case "40001", "40P01" -> "conflict";
            case "53100" -> "disk-full";
            case "XX001", "XX002" -> "damaged";
            case "null" -> sqlite(sql);
            default -> "failed";
        };
    }

    /// SQLite's driver tells a code, not a state.
    private static String sqlite(SQLException sql) {
        return switch (sql.getErrorCode() & SQLITE_PRIMARY_CODE) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "damaged";
            case SQLITE_FULL -> "disk-full";
            case SQLITE_CANTOPEN -> "unreachable";
            default -> "failed";
        };
    }

    private static String message(String code, String url, String said) {
        String mend =
                switch (code) {
                    case "unreachable" ->
                            "Check the store's address and credentials in hub.yaml, that its folder"
                                    + " can be written, and that the server runs.";
                    case "damaged" ->
                            "Stop the hub, keep a copy of the file, and put a backup in its place;"
                                    + " the nodes send again what is newer than it.";
                    case "disk-full" -> "Make room on the disk; the nodes keep what waits.";
                    case "conflict" -> "Another transaction was in the way; do it again.";
                    default -> "The log says what was being done.";
                };
        String end = said.endsWith(".") ? "" : ".";
        return "The hub's database %s: %s%s %s".formatted(url, said, end, mend);
    }
}
