package dev.andon.hub.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.security.auth.Subject;

/// Lets in whom the accounts admit, and holds everybody to the rules of topics. Nobody is
/// anonymous.
final class BrokerSecurity implements ActiveMQSecurityManager5 {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerSecurity.class);

    private final Accounts accounts;
    private final TopicRules rules;
    private final Map<Object, Entered> connections = new ConcurrentHashMap<>();

    BrokerSecurity(Accounts accounts, TopicRules rules) {
        this.accounts = accounts;
        this.rules = rules;
    }

    private record Entered(String user, RemotingConnection connection) {}

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            RemotingConnection connection,
            @Nullable String domain) {
        String clientId = connection.getClientID();
        if (user == null || password == null || clientId == null) {
            return refused("without a name and a password", clientId);
        }
        if (!rules.mayBeCalled(user, clientId)) {
            return refused("since its client id is not its user's, " + user, clientId);
        }
        if (!accounts.admits(user, password)) {
            return refused("with a wrong password", clientId);
        }
        if (connections.put(connection.getID(), new Entered(user, connection)) == null) {
            connection.addCloseListener(() -> connections.remove(connection.getID()));
        }
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        return subject;
    }

    private static @Nullable Subject refused(String why, @Nullable String clientId) {
        LOG.warn("The broker refused {} {}", clientId == null ? "a client" : clientId, why);
        return null;
    }

    @Override
    public boolean authorize(
            @Nullable Subject subject, Set<Role> roles, CheckType check, String address) {
        Optional<String> user = user(subject);
        if (user.isEmpty()) {
            return false;
        }
        // Of a queue on an address the address decides.
        String bare =
                address.contains("::") ? address.substring(0, address.indexOf("::")) : address;
        boolean may =
                switch (check) {
                    case SEND -> rules.maySpeak(user.get(), bare);
                    case CREATE_ADDRESS,
                            CONSUME,
                            BROWSE,
                            CREATE_DURABLE_QUEUE,
                            CREATE_NON_DURABLE_QUEUE,
                            DELETE_DURABLE_QUEUE,
                            DELETE_NON_DURABLE_QUEUE,
                            DELETE_ADDRESS ->
                            rules.mayHear(user.get(), bare);
                    case MANAGE, VIEW, EDIT -> false;
                };
        if (!may) {
            LOG.warn("The broker refused {} {} {}", user.get(), check, bare);
        }
        return may;
    }

    private static Optional<String> user(@Nullable Subject subject) {
        return subject == null
                ? Optional.empty()
                : subject.getPrincipals(UserPrincipal.class).stream()
                        .findFirst()
                        .map(UserPrincipal::getName);
    }

    /// Ends the connections of a user.
    void disconnect(String user) {
        for (Entered each : connections.values()) {
            if (each.user.equals(user)) {
                ActiveMQException why =
                        new ActiveMQSecurityException("the credentials of " + user + " ended");
                each.connection.fail(why);
            }
        }
    }

    /// For callers of the older contract; MQTT clients come through [#authenticate].
    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    /// As above.
    @Override
    public boolean validateUserAndRole(
            String user, String password, Set<Role> roles, CheckType check) {
        return false;
    }
}
