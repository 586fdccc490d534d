package dev.andon.node.sync;

/// The outbox of the tests does what they take it for.
class MemoryOutboxTest extends OutboxContract {
    private final MemoryOutbox outbox = new MemoryOutbox(7);

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Override
    FactLog facts() {
        return outbox;
    }
}
