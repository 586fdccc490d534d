package dev.andon.hub.broker;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// What Artemis is told: every bound has its name here.
final class BrokerConfiguration {
    static final String TLS = "mqtt-tls";
    static final String PLAIN = "mqtt-plain";
    static final String LOOPBACK = "127.0.0.1";

    /// Messages of all addresses that are held in memory; beyond it they wait on the disk.
    private static final long MEMORY_BYTES_MAX = 96L << 20;

    /// ... of one address, such as the queue of a node that is away.
    private static final long ADDRESS_BYTES_MAX = 8L << 20;

    private static final int PAGE_BYTES = 2 << 20;
    private static final int JOURNAL_FILE_BYTES = 4 << 20;

    /// When the disk has less left, senders wait.
    private static final long DISK_FREE_BYTES_MIN = 256L << 20;

    /// A message of 128 KiB and its properties.
    private static final int PACKET_BYTES_MAX = 256 * 1024;

    private static final int CONNECTIONS_MAX = 5_000;

    /// Unacknowledged deliveries to one client.
    private static final int RECEIVE_MAX = 1_000;

    private static final int THREADS_MAX = 16;

    /// How long a refused or a granted look-up is remembered, ms.
    private static final long REMEMBERED_MS = 10_000;

    private BrokerConfiguration() {}

    static Configuration of(BrokerSettings settings) {
        Configuration configuration =
                new ConfigurationImpl()
                        .setName("andon-hub")
                        .setPersistenceEnabled(true)
                        .setSecurityEnabled(true)
                        .setSecurityInvalidationInterval(REMEMBERED_MS)
                        .setJMXManagementEnabled(false)
                        .setThreadPoolMaxSize(THREADS_MAX)
                        .setGlobalMaxSize(MEMORY_BYTES_MAX)
                        .setMinDiskFree(DISK_FREE_BYTES_MIN)
                        .setMaxDiskUsage(-1);
        journal(configuration, settings);
        // A loaded machine is no reason to end the process.
        configuration.setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
        configuration.addAddressSetting("#", addresses());
        configuration.addAcceptorConfiguration(tls(settings));
        if (settings.plainPort() != null) {
            configuration.addAcceptorConfiguration(
                    acceptor(PLAIN, listen(LOOPBACK, settings.plainPort())));
        }
        return configuration;
    }

    private static void journal(Configuration configuration, BrokerSettings settings) {
        Path folder = settings.journal();
        configuration
                .setJournalType(JournalType.NIO)
                .setJournalLockAcquisitionTimeout(settings.lockMsMax())
                .setJournalFileSize(JOURNAL_FILE_BYTES)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString());
    }

    private static AddressSettings addresses() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(ADDRESS_BYTES_MAX)
                .setPageSizeBytes(PAGE_BYTES)
                // A message that ten workers died with is still somebody's event.
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(0)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setDeadLetterAddress(SimpleString.of("andon.dead"))
                .setExpiryAddress(null);
    }

    private static TransportConfiguration tls(BrokerSettings settings) {
        Map<String, Object> parameters = listen(settings.host(), settings.port());
        parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PEMCFG");
        parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, pemConfiguration(settings));
        parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3,TLSv1.2");
        return acceptor(TLS, parameters);
    }

    /// Artemis reads PEM files that a properties file names.
    private static String pemConfiguration(BrokerSettings settings) {
        Properties names = new Properties();
        names.setProperty("source.key", settings.key().toString());
        names.setProperty("source.cert", settings.certificate().toString());
        Path file = settings.journal().resolve("tls.pemcfg");
        try (Writer writer = Files.newBufferedWriter(file)) {
            names.store(writer, "Written at each start.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private static Map<String, Object> listen(String host, int port) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, host);
        parameters.put(TransportConstants.PORT_PROP_NAME, port);
        parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
        parameters.put(TransportConstants.CONNECTIONS_ALLOWED, CONNECTIONS_MAX);
        return parameters;
    }

    private static TransportConfiguration acceptor(String name, Map<String, Object> parameters) {
        Map<String, Object> ofMqtt =
                Map.of("maximumPacketSize", PACKET_BYTES_MAX, "receiveMaximum", RECEIVE_MAX);
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(), parameters, name, new HashMap<>(ofMqtt));
    }
}
