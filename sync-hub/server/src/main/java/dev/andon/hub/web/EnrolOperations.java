package dev.andon.hub.web;

import dev.andon.hub.enrol.Enrolment;
import dev.andon.hub.enrol.Enrolments;
import dev.andon.hub.enrol.Invitation;
import dev.andon.hub.enrol.WrongCodes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// `enrol`, `invite` and `removeNode`.
public final class EnrolOperations implements Operations {
    private static final int VALID_HOURS = 24;
    private static final int VALID_HOURS_MAX = 30 * 24;
    private static final String ENROL = "enrol";

    private final Enrolments enrolments;
    private final WrongCodes wrongCodes;
    private final Supplier<Place> place;
    private final Forgetting forgetting;

    /// @param enrolments who belongs to the fleet
    /// @param wrongCodes bounds their number
    /// @param place what a new node is told, asked at each enrolment
    /// @param forgetting of nodes that are removed
    public EnrolOperations(
            Enrolments enrolments,
            WrongCodes wrongCodes,
            Supplier<Place> place,
            Forgetting forgetting) {
        this.enrolments = enrolments;
        this.wrongCodes = wrongCodes;
        this.place = place;
        this.forgetting = forgetting;
    }

    /// What else is to be done when a node is removed.
    @FunctionalInterface
    public interface Forgetting {
        /// Forgets how a node stood.
        ///
        /// @param known whether it was invited or had enrolled
        /// @return whether it was known, or heard of
        boolean forget(String node, boolean known);
    }

    /// Where the fleet meets.
    ///
    /// @param site of the plant
    /// @param hub address of the API
    /// @param broker `ssl://host:port`
    /// @param ca PEM of the authorities that vouch for both
    /// @param keys that sign the library: X.509 Ed25519, base64
    public record Place(String site, String hub, String broker, String ca, List<String> keys) {
        public Place {
            keys = List.copyOf(keys);
        }
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                ENROL,
                Operation.ofJson(this::enrol),
                "invite",
                Operation.ofJson(this::invite),
                "removeNode",
                Operation.of(this::remove));
    }

    private Answer enrol(Call call) {
        if (!wrongCodes.allows(call.remote())) {
            throw new Problem(
                            429,
                            "too-many-codes",
                            "Too many wrong codes were tried.",
                            "code",
                            "Wait a minute.")
                    .refused();
        }
        return switch (enrolments.enrol(call.text("code"), call.text("publicKey"))) {
            case Enrolment.Done done -> Answer.of(credentials(done));
            case Enrolment.Refused refused -> {
                wrongCodes.count(call.remote());
                throw new Problem(
                                status(refused.code()),
                                refused.code(),
                                refused.reason(),
                                ENROL,
                                null)
                        .refused();
            }
        };
    }

    private static int status(String code) {
        return switch (code) {
            case "not-a-code", "invalid-key" -> 400;
            case "used-code", "expired-code" -> 410;
            default -> 403;
        };
    }

    private Credentials credentials(Enrolment.Done done) {
        Place at = place.get();
        return new Credentials(
                at.site,
                done.node(),
                at.hub,
                at.broker,
                done.node(),
                done.password(),
                at.ca,
                at.keys);
    }

    /// What a node keeps of its enrolment.
    private record Credentials(
            String site,
            String node,
            String hub,
            String broker,
            String user,
            String password,
            String ca,
            List<String> keys) {}

    private Answer invite(Call call) {
        int hours = call.json().path("validHours").asInt(VALID_HOURS);
        if (hours < 1 || hours > VALID_HOURS_MAX) {
            throw new Problem(
                            400,
                            "invalid-request",
                            "validHours is a whole number from 1 to " + VALID_HOURS_MAX + ".",
                            "validHours",
                            null)
                    .refused();
        }
        return switch (enrolments.invite(call.path("node"), Duration.ofHours(hours))) {
            case Invitation.Open open -> new Answer.Document(201, invited(open));
            case Invitation.Refused refused ->
                    throw new Problem(400, refused.code(), refused.reason(), "node", null)
                            .refused();
        };
    }

    private Invited invited(Invitation.Open open) {
        return new Invited(
                open.node(), place.get().hub, open.code(), open.expires(), open.replaces());
    }

    /// What an administrator passes on.
    private record Invited(
            String node, String hub, String code, Instant expires, boolean replaces) {}

    private Answer remove(Call call) {
        String node = call.path("node");
        if (!forgetting.forget(node, enrolments.remove(node))) {
            throw new Problem(
                            404,
                            "unknown-node",
                            "No node \"" + node + "\" was invited, has enrolled or was heard of.",
                            "node",
                            "andon fleet lists them.")
                    .refused();
        }
        return new Answer.Nothing();
    }
}
