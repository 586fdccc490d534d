package dev.andon.mqtt;

import org.jspecify.annotations.Nullable;

/// The link does not do what was asked.
public final class MqttFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code `unreachable`, `refused`, `tls`, `lost`, `closed`, `too-large`,
    ///     `broken` (the work on a link failed)
    /// @param message what, where and the mend
    public MqttFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    /// As above, with its cause.
    public MqttFailure(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// For programs.
    public String code() {
        return code;
    }
}
