package dev.andon.node.redaction;

import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What the process logs, redacted before it is written.
public final class RedactedLog {
    private RedactedLog() {}

    /// Redacts what every handler of the process writes from now on. A second call takes the place
    /// of the first.
    public static void install(UnaryOperator<String> redacted) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            Formatter formatter = handler.getFormatter();
            Formatter plain = formatter instanceof Redacting old ? old.plain : formatter;
            if (plain != null) {
                handler.setFormatter(new Redacting(plain, redacted));
            }
        }
    }

    private static final class Redacting extends Formatter {
        private final Formatter plain;
        private final UnaryOperator<String> redacted;

        Redacting(Formatter plain, UnaryOperator<String> redacted) {
            this.plain = plain;
            this.redacted = redacted;
        }

        @Override
        public String format(LogRecord entry) {
            return redacted.apply(plain.format(entry));
        }

        @Override
        public String getHead(Handler handler) {
            return plain.getHead(handler);
        }

        @Override
        public String getTail(Handler handler) {
            return plain.getTail(handler);
        }
    }
}
