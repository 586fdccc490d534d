package dev.andon.node.incident;

import java.util.Locale;

/// Who gave a milestone.
public enum Source {
    SAID,
    MACHINE,
    ENTERED;

    /// As it stands in facts and JSON.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
