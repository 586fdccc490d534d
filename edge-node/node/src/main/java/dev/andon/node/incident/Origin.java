package dev.andon.node.incident;

import java.util.Locale;

/// By which way an incident was opened.
public enum Origin {
    API,
    VOICE,
    MACHINE,
    CLI;

    /// As it stands in facts and JSON.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
