package dev.andon.node.command;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.answer.Reply;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.Milestone;
import dev.andon.node.saying.Phrase;
import dev.andon.node.saying.Sayings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells which incidents are open.
///
/// @param readBack says times
record OpenIncidents(Sayings sayings, AssetRegister register, IncidentLog log, ReadBack readBack) {
    /// The voice reads so many; the rest is on the screen.
    private static final int SAID_MAX = 5;

    /// @param machines empty for all
    Reply tell(List<Machine> machines, String language) {
        List<Incident> open =
                machines.isEmpty()
                        ? log.list(true, null, IncidentLog.LISTED_MAX)
                        : machines.stream()
                                .flatMap(each -> log.openOn(each.id()).stream())
                                .toList();
        if (open.isEmpty()) {
            Phrase none =
                    machines.size() == 1
                            ? Phrase.of("incidents.none.on", machines.getFirst().name())
                            : Phrase.of("incidents.none");
            return sayings.statement(Reply.Kind.TOLD, language, none);
        }
        List<Phrase> all = new ArrayList<>();
        all.add(Phrase.of("incidents.count", open.size()));
        open.forEach(incident -> all.add(line(incident)));
        Reply.Statement whole = sayings.statement(Reply.Kind.TOLD, language, all);
        return open.size() <= SAID_MAX ? whole : shortened(whole);
    }

    private Reply shortened(Reply.Statement whole) {
        List<String> said = new ArrayList<>(whole.sentences().subList(0, SAID_MAX + 1));
        said.add(sayings.in(Sayings.VOICE, Phrase.of("incidents.more")));
        return new Reply.Statement(whole.kind(), whole.text(), said);
    }

    private Phrase line(Incident incident) {
        Milestone latest = incident.standing().getLast();
        return Phrase.of(
                "incidents.one",
                what(incident),
                Phrase.of("state." + latest.moment().name().toLowerCase(Locale.ROOT)),
                readBack.time(latest.at()));
    }

    private Phrase what(Incident incident) {
        Optional<Machine> machine = register.machine(incident.machine());
        String name = machine.map(Machine::name).orElse(incident.machine());
        String code = incident.fault();
        if (code == null) {
            return Phrase.of("what", name);
        }
        String fault =
                machine.flatMap(each -> FaultOf.machine(each, code))
                        .map(FaultCode::name)
                        .orElse("");
        return Phrase.of("what.fault", name, code, fault);
    }
}
