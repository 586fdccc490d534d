package dev.andon.node.doctor;

/// What the doctor found.
///
/// @param name of the thing looked at
/// @param verdict on it
/// @param detail what was seen
/// @param mend the command or the act that mends it; empty if nothing needs mending
public record Finding(String name, Verdict verdict, String detail, String mend) {
    /// How it is.
    public enum Verdict {
        OK,
        /// Works, with less than it could have.
        NOTE,
        FAILED
    }

    public static Finding ok(String name, String detail) {
        return new Finding(name, Verdict.OK, detail, "");
    }

    public static Finding note(String name, String detail, String mend) {
        return new Finding(name, Verdict.NOTE, detail, mend);
    }

    public static Finding failed(String name, String detail, String mend) {
        return new Finding(name, Verdict.FAILED, detail, mend);
    }
}
