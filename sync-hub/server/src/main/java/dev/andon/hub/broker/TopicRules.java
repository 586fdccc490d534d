package dev.andon.hub.broker;

/// What a user may do with an address of the broker. A node speaks and listens below its own
/// `node/{id}/`, and hears the library and the hub; the hub may do everything.
///
/// @param site whose topics they are
/// @param hubUser the one user that may do everything
record TopicRules(String site, String hubUser) {
    /// Whether a client of this user may call itself so. Nobody can throw another one out by taking
    /// its name.
    boolean mayBeCalled(String user, String clientId) {
        if (user.equals(hubUser)) {
            return clientId.equals(hubUser) || clientId.startsWith(hubUser + "-");
        }
        return clientId.equals(user) || clientId.startsWith(user + "/");
    }

    /// @param address of the broker: a topic with dots for slashes, wildcards included
    boolean maySpeak(String user, String address) {
        return user.equals(hubUser) || address.startsWith(own(user));
    }

    /// @param address as above
    boolean mayHear(String user, String address) {
        return maySpeak(user, address)
                || address.startsWith(prefix() + "library.")
                || address.startsWith(prefix() + "hub.");
    }

    private String own(String user) {
        return prefix() + "node." + user + ".";
    }

    private String prefix() {
        return "andon.v1." + site + ".";
    }
}
