package dev.andon.node;

import dev.andon.node.doctor.Finding;
import dev.andon.node.sync.Contact;
import dev.andon.node.sync.LinkState;
import dev.andon.node.sync.SyncException;
import dev.andon.node.sync.TimeAgo;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.node.sync.enrol.EnrolmentFolder;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Looks at the hub as this node knows it: enrolled, reachable, heard. It opens a connection and
/// says nothing on it, since the broker would end the link of a node that serves for a second one
/// of its name. A node without its hub serves on, so nothing of this but an enrolment that cannot
/// be used is a failure.
final class HubExamination {
    private static final String HUB = "hub";
    private static final String BROKER = "hub's broker";
    private static final String HEARD = "hub's last answer";
    private static final String ENROL =
            "andon fleet invite on the hub, andon enrol https://HUB:PORT CODE here";
    private static final Duration REACH_MAX = Duration.ofSeconds(5);

    /// A serving node writes down its state at least so often.
    private static final long FRESH_MS = 90_000;

    /// A hub that is there answers more often, even if nothing is sent.
    private static final long SILENT_MS = 600_000;

    private HubExamination() {}

    /// @param folder of the enrolment
    /// @param now UTC milliseconds
    static void examine(Path folder, long now, Consumer<Finding> findings) {
        Optional<Enrolment> enrolment;
        try {
            enrolment = new EnrolmentFolder(folder).read();
        } catch (SyncException failure) {
            findings.accept(Finding.failed(HUB, String.valueOf(failure.getMessage()), ENROL));
            return;
        }
        if (enrolment.isEmpty()) {
            findings.accept(Finding.ok(HUB, "none: this node is not enrolled"));
            return;
        }
        Enrolment known = enrolment.get();
        findings.accept(
                Finding.ok(
                        HUB,
                        "%s, enrolled as %s of the site %s"
                                .formatted(known.hub(), known.node(), known.site())));
        findings.accept(reached(known));
        findings.accept(heard(Contact.read(folder).orElse(Contact.NONE), now));
    }

    private static Finding reached(Enrolment enrolment) {
        URI broker = enrolment.broker();
        try {
            reach(enrolment);
            return Finding.ok(BROKER, broker + " answers");
        } catch (SSLException failure) {
            return Finding.note(
                    BROKER,
                    "%s is not the one that was enrolled at (%s)"
                            .formatted(broker, failure.getMessage()),
                    "look at the clocks; if the hub was set up anew: " + ENROL);
        } catch (IOException failure) {
            return Finding.note(
                    BROKER,
                    "%s does not answer (%s)".formatted(broker, failure),
                    "look whether andon hub serve runs there, and whether the network lets this"
                            + " node reach that port");
        } catch (SyncException failure) {
            return Finding.failed(BROKER, String.valueOf(failure.getMessage()), ENROL);
        }
    }

    private static void reach(Enrolment enrolment) throws IOException {
        String host = enrolment.broker().getHost();
        int port = enrolment.broker().getPort();
        int millis = (int) REACH_MAX.toMillis();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            if (Objects.equals(enrolment.broker().getScheme(), "ssl")) {
                greet(enrolment, socket);
            }
        }
    }

    /// As far as both know whom they speak with.
    private static void greet(Enrolment enrolment, Socket plain) throws IOException {
        URI broker = enrolment.broker();
        try (SSLSocket socket =
                (SSLSocket)
                        enrolment
                                .tls()
                                .getSocketFactory()
                                .createSocket(plain, broker.getHost(), broker.getPort(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }

    private static Finding heard(Contact contact, long now) {
        Long heardAt = contact.heardAt();
        String heard = heardAt == null ? "none yet" : TimeAgo.of(heardAt, now);
        LinkState link = contact.link();
        if (link == null || now - contact.at() > FRESH_MS) {
            return Finding.note(
                    HEARD,
                    heard + "; andon serve does not run",
                    "andon serve: only a node that serves talks to its hub");
        }
        if (link.state() == LinkState.State.FAILED) {
            String mend = link.mend();
            return Finding.note(
                    HEARD,
                    "%s; %s".formatted(heard, link.detail()),
                    mend == null ? "look into the node's log" : mend);
        }
        return heardAt == null || now - heardAt > SILENT_MS
                ? Finding.note(
                        HEARD,
                        "%s; %s".formatted(heard, link.detail()),
                        "look on the hub whether andon hub serve runs")
                : Finding.ok(HEARD, heard);
    }
}
