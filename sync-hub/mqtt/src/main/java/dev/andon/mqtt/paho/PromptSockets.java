package dev.andon.mqtt.paho;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/// Sockets that send at once what is written: small messages must not wait for the acknowledgement
/// of the one before (Nagle's algorithm). Paho makes its sockets unconnected; the other ways are
/// there since the class asks for them.
final class PromptSockets extends SSLSocketFactory {
    private final SSLSocketFactory factory;

    private PromptSockets(SSLSocketFactory factory) {
        this.factory = factory;
    }

    /// Over TLS.
    static SSLSocketFactory over(SSLSocketFactory factory) {
        return new PromptSockets(factory);
    }

    /// Plain.
    static SocketFactory plain() {
        return new Plain();
    }

    private static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean close)
            throws IOException {
        return prompt(factory.createSocket(socket, host, port, close));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
            throws IOException {
        return prompt(factory.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
            throws IOException {
        return prompt(factory.createSocket(host, port, from, fromPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    private static final class Plain extends SocketFactory {
        private final SocketFactory factory = SocketFactory.getDefault();

        @Override
        public Socket createSocket() throws IOException {
            return prompt(factory.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return prompt(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort)
                throws IOException {
            return prompt(factory.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return prompt(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
                throws IOException {
            return prompt(factory.createSocket(host, port, from, fromPort));
        }
    }
}
