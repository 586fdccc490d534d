package dev.andon.hub.broker;

import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.security.impl.SecurityStoreImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.OptionalInt;

/// A broker in this process. What it took is on the disk before the sender is told; a second start
/// on the same folder goes on where the first was, however that ended.
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final EmbeddedActiveMQ embedded;
    private final BrokerSecurity security;

    private EmbeddedBroker(EmbeddedActiveMQ embedded, BrokerSecurity security) {
        this.embedded = embedded;
        this.security = security;
    }

    /// Accepts connections when this returns.
    ///
    /// @throws BrokerException `port-taken`, `not-started`
    public static EmbeddedBroker start(BrokerSettings settings, Accounts accounts) {
        refuseTaken(settings.host(), settings.port());
        if (settings.plainPort() != null) {
            refuseTaken(BrokerConfiguration.LOOPBACK, settings.plainPort());
        }
        BrokerSecurity security =
                new BrokerSecurity(accounts, new TopicRules(settings.site(), settings.hubUser()));
        EmbeddedActiveMQ embedded = new EmbeddedActiveMQ();
        embedded.setConfiguration(BrokerConfiguration.of(settings));
        embedded.setSecurityManager(security);
        EmbeddedBroker broker = new EmbeddedBroker(embedded, security);
        broker.start(settings.journal());
        return broker;
    }

    /// Artemis logs what goes wrong and returns as if it had started: only asking it tells.
    private void start(Path journal) {
        BrokerLog.quiet();
        try {
            embedded.start();
        } catch (Exception e) {
            throw new BrokerException("not-started", notStarted(journal), e);
        }
        if (!active()) {
            close();
            throw new BrokerException("not-started", notStarted(journal));
        }
    }

    private static String notStarted(Path journal) {
        return "The broker does not start on %s: the lines above say why. Another hub may run on that folder; the JVM must be started with device-config/jvm.args."
                .formatted(journal);
    }

    /// Whether it works. It stops by itself when its disk fails.
    public boolean active() {
        ActiveMQServer server = embedded.getActiveMQServer();
        return server != null && server.isActive();
    }

    /// The port with TLS.
    public int port() {
        return port(BrokerConfiguration.TLS);
    }

    /// The port without TLS on 127.0.0.1; empty if there is none.
    public OptionalInt plainPort() {
        return embedded.getActiveMQServer()
                                .getRemotingService()
                                .getAcceptor(BrokerConfiguration.PLAIN)
                        == null
                ? OptionalInt.empty()
                : OptionalInt.of(port(BrokerConfiguration.PLAIN));
    }

    private int port(String acceptor) {
        return embedded.getActiveMQServer().getRemotingService().getAcceptor(acceptor)
                        instanceof NettyAcceptor netty
                ? netty.getActualPort()
                : 0;
    }

    /// The credentials of a user changed or ended: what was remembered of them is forgotten, and
    /// its connections end.
    public void disconnect(String user) {
        if (embedded.getActiveMQServer().getSecurityStore() instanceof SecurityStoreImpl store) {
            store.invalidateAuthenticationCache();
            store.invalidateAuthorizationCache();
        }
        security.disconnect(user);
    }

    /// Ends it; what it holds is kept.
    @Override
    public void close() {
        BrokerLog.ending();
        try {
            embedded.stop();
        } catch (Exception e) {
            LOG.error("The broker did not end properly; its journal is read at the next start.", e);
        }
    }

    /// Artemis would only log it, after a minute.
    private static void refuseTaken(String host, int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            probe.getLocalPort();
        } catch (IOException e) {
            throw new BrokerException(
                    "port-taken",
                    "The broker cannot listen on %s:%d (%s): stop the other program there, or choose another with broker.port."
                            .formatted(host, port, e.getMessage()),
                    e);
        }
    }
}
