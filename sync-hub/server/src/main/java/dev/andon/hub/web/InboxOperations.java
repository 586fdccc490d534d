package dev.andon.hub.web;

import dev.andon.hub.inbox.ExpertCall;
import dev.andon.hub.inbox.Inbox;
import dev.andon.hub.inbox.InboxException;
import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;
import dev.andon.protocol.fact.TurnFact.Citation;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `inbox` and `answerCall`.
public final class InboxOperations implements Operations {
    private static final int ROWS = 100;
    private static final int WAIT_SECONDS = 10;
    private static final int WAIT_SECONDS_MAX = 60;

    private final Inbox inbox;

    /// @param inbox calls for the expert
    public InboxOperations(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "inbox", Operation.of(this::inbox),
                "answerCall", Operation.ofJson(this::answer));
    }

    private Answer inbox(Call call) {
        boolean openOnly = call.query("open").filter("true"::equals).isPresent();
        List<CallView> views =
                inbox.calls(openOnly, call.whole("limit", ROWS)).stream()
                        .map(CallView::of)
                        .toList();
        return Answer.of("calls", views);
    }

    private Answer answer(Call call) {
        int wait = call.json().path("waitSeconds").asInt(WAIT_SECONDS);
        if (wait < 0 || wait > WAIT_SECONDS_MAX) {
            throw refused(
                    400,
                    "invalid-request",
                    "waitSeconds is a whole number from 0 to " + WAIT_SECONDS_MAX + ".");
        }
        try {
            return Answer.of(
                    CallView.of(
                            inbox.answer(
                                    call.path("escalation"),
                                    call.text("text"),
                                    call.json().path("card").textValue(),
                                    Duration.ofSeconds(wait))));
        } catch (InboxException e) {
            throw refused(status(e), e.code(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(400, "invalid-request", "The client left before the node answered.");
        }
    }

    private static int status(InboxException e) {
        return switch (e.code()) {
            case "unknown-escalation" -> 404;
            case "ambiguous-escalation" -> 409;
            default -> 400;
        };
    }

    private static Problem.Refused refused(int status, String code, String what) {
        return new Problem(status, code, what, status == 400 ? "body" : "escalation", null)
                .refused();
    }

    private record CallView(
            String node,
            String escalation,
            @Nullable String incident,
            @Nullable String machine,
            @Nullable String question,
            List<Citation> citations,
            List<StepView> timeline,
            Instant called,
            boolean open,
            List<AnswerView> answers) {
        static CallView of(ExpertCall of) {
            return new CallView(
                    of.node(),
                    of.escalation(),
                    of.incident(),
                    of.machine(),
                    of.question(),
                    of.citations(),
                    of.timeline().stream().map(StepView::of).toList(),
                    Instant.ofEpochMilli(of.calledAt()),
                    of.open(),
                    of.answers().stream().map(AnswerView::of).toList());
        }
    }

    private record StepView(Moment moment, Instant at, @Nullable Wait waitFor) {
        static StepView of(EscalationFact.Step of) {
            return new StepView(of.moment(), Instant.ofEpochMilli(of.at()), of.waitFor());
        }
    }

    private record AnswerView(
            String id,
            @Nullable String text,
            @Nullable String card,
            Instant answered,
            String state,
            @Nullable String result) {
        static AnswerView of(ExpertCall.Answer of) {
            return new AnswerView(
                    of.id(),
                    of.text(),
                    of.card(),
                    Instant.ofEpochMilli(of.answeredAt()),
                    of.state().name().toLowerCase(Locale.ROOT),
                    of.result());
        }
    }
}
