package dev.andon.node.sync;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.node.sync.LinkState.State;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.protocol.HubStatus;
import dev.andon.protocol.Protocol;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Knows how the link is, and what would mend it.
final class LinkWatch implements LinkPart {
    /// A link that has just begun, or has just ended, is not complained of for so long.
    private static final long GRACE_MS = 10_000;

    private static final String QUEUED = "What happens is kept until then.";

    private final Enrolment enrolment;
    private final HubPresence presence;
    private final Uplink uplink;
    private volatile boolean stands;
    private volatile long changedNanos = System.nanoTime();
    private volatile @Nullable MqttFailure failure;
    private volatile @Nullable String ending;

    LinkWatch(Enrolment enrolment, HubPresence presence, Uplink uplink) {
        this.enrolment = enrolment;
        this.presence = presence;
        this.uplink = uplink;
    }

    /// Ends this link; the next begins at once.
    void end(String why) {
        ending = why;
    }

    /// A link could not be made, or was lost.
    void failed(MqttFailure why) {
        failure = why;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of();
    }

    @Override
    public void connected(MqttLink link) {
        ending = null;
        failure = null;
        changedNanos = System.nanoTime();
        stands = true;
    }

    @Override
    public void arrived(Delivery delivery) {}

    @Override
    public void lost() {
        if (stands) {
            changedNanos = System.nanoTime();
        }
        stands = false;
    }

    @Override
    public void tick() {
        String end = ending;
        if (end != null) {
            throw new MqttFailure("ended", end);
        }
    }

    /// How it is now.
    LinkState state() {
        RuntimeException broken = uplink.failure();
        if (broken != null) {
            return failed("store", "The sync does not work: " + broken.getMessage(), null);
        }
        return stands ? standing() : fallen();
    }

    private LinkState standing() {
        HubStatus hub = presence.status();
        String refused = uplink.refused();
        if (hub != null && presence.foreign()) {
            return failed(
                    "no-common-version",
                    "The hub speaks the versions %s of the protocol, this node %s; nothing is sent."
                            .formatted(hub.protocols(), Protocol.VERSIONS),
                    "Update the older of the two.");
        }
        if (refused != null) {
            return failed(
                    "refused",
                    "The broker does not take what this node sends: " + refused,
                    "Look at the broker's access rules for the user " + enrolment.user() + ".");
        }
        if (uplink.greeted()) {
            return new LinkState(State.OK, "connected", "Connected to " + hubName() + ".", null);
        }
        if (presence.away()) {
            String detail = "The hub at %s is away. %s".formatted(enrolment.hub(), QUEUED);
            return new LinkState(State.OK, "hub-away", detail, null);
        }
        if (uplink.doubtMs() < GRACE_MS) {
            return new LinkState(State.STARTING, "greeting", "Waits for the hub's answer.", null);
        }
        return failed(
                "silent",
                "The broker at %s is there, the hub does not answer. %s"
                        .formatted(enrolment.broker(), QUEUED),
                "Look on the hub whether andon hub serve runs.");
    }

    private LinkState fallen() {
        MqttFailure why = failure;
        boolean waiting = why == null || passing(why);
        if (waiting && young()) {
            String detail = "Connects to " + enrolment.broker() + ".";
            return new LinkState(State.STARTING, "connecting", detail, null);
        }
        if (why == null) {
            return failed("unreachable", noBroker("it does not answer"), reach());
        }
        return switch (why.code()) {
            case "refused" ->
                    failed(
                            "refused",
                            noBroker(said(why)),
                            "Enrol the node anew: andon fleet invite on the hub, andon enrol"
                                    + " here.");
            case "tls" ->
                    failed(
                            "tls",
                            noBroker(said(why)),
                            "Look at the clocks; if the hub was set up anew, enrol the node anew.");
            case "unreachable" -> failed("unreachable", noBroker(said(why)), reach());
            default -> failed(why.code(), noBroker(said(why)), null);
        };
    }

    private static boolean passing(MqttFailure why) {
        return List.of("lost", "ended", "closed").contains(why.code());
    }

    private boolean young() {
        return System.nanoTime() - changedNanos < GRACE_MS * 1_000_000;
    }

    private String noBroker(String why) {
        return "No connection to %s: %s %s".formatted(enrolment.broker(), why, QUEUED);
    }

    private static String said(MqttFailure why) {
        String message = String.valueOf(why.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private static String reach() {
        return "Look whether the hub runs and the network lets this node reach it.";
    }

    private String hubName() {
        HubStatus hub = presence.status();
        return enrolment.hub() + (hub == null ? "" : " (Andon " + hub.version() + ")");
    }

    private static LinkState failed(String code, String detail, @Nullable String mend) {
        return new LinkState(State.FAILED, code, detail, mend);
    }
}
