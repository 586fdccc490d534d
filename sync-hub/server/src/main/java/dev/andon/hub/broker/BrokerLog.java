package dev.andon.hub.broker;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Keeps out of the log what Artemis says at every queue or says again.
final class BrokerLog {
    /// Held, since loggers are forgotten otherwise.
    private static final Logger SERVER =
            Logger.getLogger("org.apache.activemq.artemis.core.server");

    private static final Logger LOCK =
            Logger.getLogger("org.apache.activemq.artemis.core.server.impl.FileLockNodeManager");

    /// No expiry address (messages that are worthless are thrown away, as meant); a refused client
    /// (told by this room in one line).
    private static final List<String> NOISE = List.of("AMQ222166", "AMQ222216");

    private BrokerLog() {}

    static void quiet() {
        SERVER.setFilter(BrokerLog::says);
        LOCK.setLevel(null);
    }

    /// Letting the lock of the journal go is told as its loss.
    static void ending() {
        LOCK.setLevel(Level.OFF);
    }

    private static boolean says(LogRecord entry) {
        String message = entry.getMessage();
        return message == null || NOISE.stream().noneMatch(message::startsWith);
    }
}
