package dev.andon.hub.broker;

/// Who may enter. Called on the broker's threads, once a connection.
@FunctionalInterface
public interface Accounts {
    /// Whether a user has that password.
    boolean admits(String user, String password);
}
