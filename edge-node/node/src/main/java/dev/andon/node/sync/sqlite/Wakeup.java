package dev.andon.node.sync.sqlite;

/// Tells whoever sends that there is something new. One listener at a time.
public final class Wakeup implements Runnable {
    private volatile Runnable listener = () -> {};

    /// Takes the place of the listener before.
    void listener(Runnable other) {
        listener = other;
    }

    @Override
    public void run() {
        listener.run();
    }
}
