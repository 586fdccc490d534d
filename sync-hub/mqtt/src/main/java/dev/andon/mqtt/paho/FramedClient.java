package dev.andon.mqtt.paho;

import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Paho's client, reading through [Frames].
final class FramedClient extends MqttAsyncClient {
    private static final int READ_BYTES = 64 * 1024;

    /// Whatever it logs ends a connection, and the link tells that. Held, since loggers are
    /// forgotten otherwise.
    private static final Logger SILENT = Logger.getLogger("org.eclipse.paho.mqttv5.client");

    static {
        SILENT.setLevel(Level.OFF);
    }

    FramedClient(String broker, String clientId) throws MqttException {
        super(broker, clientId, new MemoryPersistence());
    }

    @Override
    protected NetworkModule[] createNetworkModules(String address, MqttConnectionOptions options)
            throws MqttException {
        return Arrays.stream(super.createNetworkModules(address, options))
                .map(Framed::new)
                .toArray(NetworkModule[]::new);
    }

    private record Framed(NetworkModule module) implements NetworkModule {
        @Override
        public void start() throws IOException, MqttException {
            module.start();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Frames(new BufferedInputStream(module.getInputStream(), READ_BYTES));
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return module.getOutputStream();
        }

        @Override
        public void stop() throws IOException {
            module.stop();
        }

        @Override
        public String getServerURI() {
            return module.getServerURI();
        }
    }
}
