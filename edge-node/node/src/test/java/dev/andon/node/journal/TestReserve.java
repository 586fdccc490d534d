package dev.andon.node.journal;

/// A reserve of which a test says what it has. Without a disk of its own.
final class TestReserve implements Reserve {
    private final Runnable whenGivenUp;
    private boolean held = true;
    private long freeBytes = 1L << 40;

    /// @param whenGivenUp makes the room
    TestReserve(Runnable whenGivenUp) {
        this.whenGivenUp = whenGivenUp;
    }

    void free(long bytes) {
        freeBytes = bytes;
    }

    @Override
    public long bytes() {
        return 1 << 20;
    }

    @Override
    public long freeBytes() {
        return freeBytes;
    }

    @Override
    public boolean held() {
        return held;
    }

    @Override
    public void giveUp() {
        if (held) {
            held = false;
            whenGivenUp.run();
        }
    }

    @Override
    public void rebuild() {
        held |= freeBytes >= 2 * bytes();
    }
}
