package dev.andon.node.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// What the world outside knows of each event: that it was asked for, and that a node said it is
/// safe. Nothing that is tested writes here.
final class History {
    /// The life of an event outside of the system.
    enum Life {
        /// Asked for; the node died before it answered, or has not answered yet. It may be there.
        ASKED,
        /// The node said that it is on the disk. It must be there, once.
        PROMISED
    }

    /// @param node that was asked
    /// @param kind of event
    /// @param id that the world gave it
    record Key(String node, String kind, String id) {}

    private final Map<Key, Life> lives = new LinkedHashMap<>();
    private final Lock lock = new ReentrantLock();

    void asked(Key key) {
        put(key, Life.ASKED);
    }

    void promised(Key key) {
        put(key, Life.PROMISED);
    }

    Map<Key, Life> lives() {
        lock.lock();
        try {
            return Map.copyOf(lives);
        } finally {
            lock.unlock();
        }
    }

    private void put(Key key, Life life) {
        lock.lock();
        try {
            lives.put(key, life);
        } finally {
            lock.unlock();
        }
    }
}
