package dev.andon.node.web;

/// Bounds of the web room.
///
/// @param bodyBytesMax of an uploaded recording
/// @param questionWordsMax of a typed question
/// @param utteranceMsMax of sound streamed through a voice socket
/// @param connectionsMax voice sockets open at once
/// @param turnsMax turns running at once, over HTTP and voice sockets together
/// @param frameBytesMax of one WebSocket message
/// @param replyBytesMax of one spoken reply that is kept in memory
/// @param repliesMax spoken replies kept; the oldest goes first
/// @param replyMsMax how long a spoken reply is kept
/// @param writeMsMax how long a client may take to accept one message
/// @param idleSecondsMax without traffic, a connection is closed
/// @param sessionsMax browsers that traded the token for a cookie; the oldest goes first
/// @param sessionMsMax how long such a cookie is good
/// @param wrongTokensMax wrong tokens a minute before the exchange is closed for that minute
/// @param conversationMsMax how long a conversation is kept that nobody goes on with; as many as
///     there may be browsers, the oldest goes first
public record WebLimits(
        int bodyBytesMax,
        int questionWordsMax,
        int utteranceMsMax,
        int connectionsMax,
        int turnsMax,
        int frameBytesMax,
        int replyBytesMax,
        int repliesMax,
        long replyMsMax,
        long writeMsMax,
        int idleSecondsMax,
        int sessionsMax,
        long sessionMsMax,
        int wrongTokensMax,
        long conversationMsMax) {
    /// What a node starts with.
    public static final WebLimits DEFAULT =
            new WebLimits(
                    16 << 20,
                    100,
                    30_000,
                    16,
                    4,
                    64 << 10,
                    8 << 20,
                    16,
                    300_000,
                    10_000,
                    120,
                    64,
                    12 * 3_600_000L,
                    10,
                    600_000);
}
