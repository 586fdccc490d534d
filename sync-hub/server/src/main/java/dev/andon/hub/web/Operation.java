package dev.andon.hub.web;

import java.util.function.Function;

/// How one operation is served. The work runs on a virtual thread of its own, interrupted if the
/// client leaves before the end.
///
/// @param body what becomes of the request's body
/// @param bytesMax of it; more is refused before the work begins
/// @param work what is done; it may throw a [Problem.Refused]
public record Operation(Body body, long bytesMax, Function<Call, Answer> work) {
    private static final int JSON_BYTES_MAX = 64 * 1024;

    /// What becomes of a body.
    public enum Body {
        /// There is none, or it is passed over.
        NONE,
        /// It is held in memory: [Call#json].
        MEMORY,
        /// It is written to a file that goes when the work ends: [Call#file].
        FILE
    }

    /// Without a body.
    static Operation of(Function<Call, Answer> work) {
        return new Operation(Body.NONE, 0, work);
    }

    /// With a JSON body of at most 64 KiB.
    static Operation ofJson(Function<Call, Answer> work) {
        return new Operation(Body.MEMORY, JSON_BYTES_MAX, work);
    }

    /// With a file as its body.
    static Operation ofFile(long bytesMax, Function<Call, Answer> work) {
        return new Operation(Body.FILE, bytesMax, work);
    }
}
