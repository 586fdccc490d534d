package dev.andon.mqtt.testing;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import javax.security.auth.Subject;

/// Apache Artemis in this JVM, speaking MQTT. It needs the JVM's flag
/// `--sun-misc-unsafe-memory-access=allow`, and Artemis on the class path of the tests.
public final class EmbeddedArtemis implements TestBroker {
    private final Options options;
    private final int port = TestBroker.freePort();
    private EmbeddedActiveMQ server;

    private EmbeddedArtemis(Options options) {
        this.options = options;
        this.server = begun();
    }

    /// Starts one on a free port.
    public static EmbeddedArtemis start(Options options) {
        return new EmbeddedArtemis(options);
    }

    @Override
    public URI url() {
        return URI.create((options.tls() == null ? "tcp" : "ssl") + "://127.0.0.1:" + port);
    }

    /// As near to it as one process allows: connections are closed at once.
    @Override
    public void kill() {
        close();
    }

    @Override
    public void startAgain() {
        close();
        server = begun();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Artemis does not stop", e);
        }
    }

    private EmbeddedActiveMQ begun() {
        EmbeddedActiveMQ begun = new EmbeddedActiveMQ();
        try {
            begun.setConfiguration(configuration());
            if (!options.users().isEmpty() || options.forbidden() != null) {
                begun.setSecurityManager(new Gate(options.users(), options.forbidden()));
            }
            begun.start();
        } catch (Exception e) {
            throw new IllegalStateException("Artemis does not start", e);
        }
        if (!begun.getActiveMQServer().isActive()) {
            throw new IllegalStateException("Artemis started and is not active");
        }
        return begun;
    }

    private Configuration configuration() throws Exception {
        Configuration configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(true);
        configuration.setJournalDirectory(options.folder().resolve("journal").toString());
        configuration.setBindingsDirectory(options.folder().resolve("bindings").toString());
        configuration.setLargeMessagesDirectory(options.folder().resolve("large").toString());
        configuration.setPagingDirectory(options.folder().resolve("paging").toString());
        configuration.setSecurityEnabled(!options.users().isEmpty() || options.forbidden() != null);
        configuration.setMqttSessionScanInterval(200);
        configuration.addAcceptorConfiguration("mqtt", acceptor());
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setDeadLetterAddress(SimpleString.of("dead"))
                        .setExpiryAddress(SimpleString.of("expired")));
        return configuration;
    }

    private String acceptor() {
        String plain = "tcp://127.0.0.1:%d?protocols=MQTT".formatted(port);
        TestAuthority authority = options.tls();
        return authority == null
                ? plain
                : plain
                        + ";sslEnabled=true;keyStorePath=%s;keyStorePassword=%s;keyStoreType=PKCS12"
                                .formatted(authority.keyStore(), authority.secret());
    }

    /// Who may come in, and what nobody may write.
    private record Gate(Map<String, String> users, @Nullable String forbidden)
            implements ActiveMQSecurityManager5 {
        @Override
        public @Nullable Subject authenticate(
                String user,
                String password,
                org.apache.activemq.artemis.spi.core.protocol.RemotingConnection connection,
                String domain) {
            boolean known = users.isEmpty() || password != null && password.equals(users.get(user));
            if (!known) {
                return null;
            }
            Subject subject = new Subject();
            subject.getPrincipals().add(new UserPrincipal(user == null ? "anybody" : user));
            return subject;
        }

        @Override
        public boolean authorize(
                Subject subject, Set<Role> roles, CheckType check, String address) {
            return forbidden == null
                    || check != CheckType.SEND
                    || !address.startsWith(forbidden.replace('/', '.'));
        }

        @Override
        public boolean validateUser(String user, String password) {
            return users.isEmpty() || password.equals(users.get(user));
        }

        @Override
        public boolean validateUserAndRole(
                String user, String password, Set<Role> roles, CheckType check) {
            return validateUser(user, password);
        }
    }
}
