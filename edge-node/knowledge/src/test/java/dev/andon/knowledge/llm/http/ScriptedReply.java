package dev.andon.knowledge.llm.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// What a [ScriptedOpenAiServer] does with one request for a completion.
public sealed interface ScriptedReply {
    /// Streams a text word by word.
    ///
    /// @param pieces of the text, as the server sends them
    /// @param before the first piece it waits so long
    /// @param until one piece waits for this, too
    /// @param held which one, counted from 0
    /// @param cutAfter so many pieces, the connection is closed without an end; never if negative
    record Say(List<String> pieces, Duration before, CountDownLatch until, int held, int cutAfter)
            implements ScriptedReply {
        public Say {
            pieces = List.copyOf(pieces);
        }

        /// Late by a time.
        public Say after(Duration wait) {
            return new Say(pieces, wait, until, held, cutAfter);
        }

        /// Late until somebody counts down; it ends with the server in any case.
        public Say heldUntil(CountDownLatch latch) {
            return heldUntil(latch, 0);
        }

        /// Pauses before a piece until somebody counts down.
        public Say heldUntil(CountDownLatch latch, int piece) {
            return new Say(pieces, before, latch, piece, cutAfter);
        }

        /// Dies in the middle.
        public Say cutAfter(int piecesSent) {
            return new Say(pieces, before, until, held, piecesSent);
        }
    }

    /// Answers at once, whatever it is.
    record Raw(int status, String contentType, String body) implements ScriptedReply {}

    /// Streams these words and ends well.
    static Say saying(String text) {
        return new Say(List.of(text.split("(?<= )")), Duration.ZERO, new CountDownLatch(0), 0, -1);
    }

    /// An error in the form of the API.
    static Raw status(int status, String message) {
        return new Raw(
                status, "application/json", "{\"error\": {\"message\": \"" + message + "\"}}");
    }

    /// A body under status 200.
    static Raw body(String contentType, String body) {
        return new Raw(200, contentType, body);
    }
}
