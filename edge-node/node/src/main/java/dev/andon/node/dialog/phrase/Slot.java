package dev.andon.node.dialog.phrase;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a phrase leaves open, written `{machine}`.
public enum Slot {
    /// A machine of the register, by name, alias or class.
    MACHINE,
    /// A fault code, or what the register calls it.
    FAULT,
    /// What is waited for.
    WAIT,
    /// A moment of today, or how long ago.
    TIME,
    /// A whole number.
    NUMBER,
    /// Words as they are.
    TEXT;

    /// As a phrase writes it, without the braces.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The slot of a placeholder; empty if there is none of that name.
    static Optional<Slot> labelled(String label) {
        return Arrays.stream(values()).filter(slot -> slot.label().equals(label)).findFirst();
    }
}
