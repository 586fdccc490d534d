package dev.andon.node.handover;

import dev.andon.node.handover.Handover.OpenIncident;
import dev.andon.node.handover.Handover.StopCount;
import dev.andon.node.saying.Words;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import java.util.ArrayList;
import java.util.List;

/// A handover to listen to: what is open first, at most eight sentences; the rest is on the screen.
///
/// @param words of a language
public record HandoverSpeech(Words words) {
    /// More cannot be kept in mind.
    static final int SENTENCES_MAX = 8;

    private static final int OPEN_MAX = 4;

    /// The sentences. What somebody asked is not in them.
    public List<String> of(Handover handover) {
        List<String> sentences = new ArrayList<>();
        sentences.add(open(handover.open().size()));
        handover.open().stream()
                .limit(OPEN_MAX)
                .forEach(each -> sentences.add(open(each, handover.asOf())));
        if (handover.open().size() > OPEN_MAX) {
            sentences.add(words.count("say.more", handover.open().size() - OPEN_MAX));
        }
        sentences.add(stops(handover.stops()));
        if (!handover.unanswered().isEmpty()) {
            sentences.add(words.count("say.unanswered", handover.unanswered().size()));
        } else if (!handover.restored().isEmpty()) {
            sentences.add(words.say("say.rest"));
        }
        return List.copyOf(sentences);
    }

    private String open(int count) {
        return count == 0 ? words.say("say.open.none") : words.count("say.open", count);
    }

    private String open(OpenIncident incident, long asOf) {
        String machine =
                incident.fault() == null
                        ? incident.machine()
                        : words.say("say.fault", incident.machine(), incident.fault());
        Wait wait = incident.waitFor();
        String state =
                wait == null
                        ? words.name(incident.state())
                        : words.say("waiting", words.name(wait));
        return words.say("say.incident", machine, state, words.length(asOf - incident.since()));
    }

    private String stops(StopCount stops) {
        if (stops.count() == 0 && stops.microCount() == 0) {
            return words.say("say.stops.none");
        }
        String whole = words.count("stops", stops.count());
        String micro = words.count("micro", stops.microCount());
        String minutes = words.length(stops.minutes() * 60_000);
        if (stops.microCount() == 0) {
            return words.say("say.stops", whole, minutes);
        }
        String microMinutes = words.length(stops.microMinutes() * 60_000);
        return stops.count() == 0
                ? words.say("say.stops", micro, microMinutes)
                : words.say("say.stops.both", whole, minutes, micro, microMinutes);
    }
}
