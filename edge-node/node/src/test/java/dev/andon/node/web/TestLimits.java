package dev.andon.node.web;

/// The default limits with two of them tight.
final class TestLimits {
    private TestLimits() {}

    static WebLimits with(int turnsMax, int connectionsMax) {
        WebLimits usual = WebLimits.DEFAULT;
        return new WebLimits(
                usual.bodyBytesMax(),
                usual.questionWordsMax(),
                2_000,
                connectionsMax,
                turnsMax,
                usual.frameBytesMax(),
                usual.replyBytesMax(),
                usual.repliesMax(),
                usual.replyMsMax(),
                usual.writeMsMax(),
                usual.idleSecondsMax(),
                2,
                usual.sessionMsMax(),
                3,
                usual.conversationMsMax());
    }
}
