package dev.andon.node.command;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.node.dialog.Act;
import dev.andon.node.dialog.Slots;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.saying.Phrase;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells what a draft still lacks before it can be read back. Nothing is guessed: what cannot be
/// told from the words, the station and the log is asked for.
final class DraftCheck {
    private static final int CHOICES_MAX = 6;

    /// Stands for the code of an incident that has none.
    private static final String NO_CODE = "-";

    private final AssetRegister register;
    private final IncidentLog log;

    DraftCheck(AssetRegister register, IncidentLog log) {
        this.register = register;
        this.log = log;
    }

    /// What comes next of a draft.
    sealed interface Next {
        /// It is complete.
        record Complete(Draft draft) implements Next {}

        /// Something is asked.
        record Ask(Draft draft, Asking asking, Phrase question) implements Next {}

        /// It comes to nothing.
        record Nothing(Phrase why) implements Next {}
    }

    /// What comes next.
    ///
    /// @param station the register's id of the machine that the person stands at; null if unknown
    /// @param recent that of the last entry of the conversation; null if there was none
    Next next(Draft draft, @Nullable String station, @Nullable String recent) {
        return switch (draft.act()) {
            case CALL -> new Next.Complete(draft);
            case OPEN -> opening(draft, station);
            default -> marking(draft, station, recent);
        };
    }

    private Next opening(Draft draft, @Nullable String station) {
        Slots slots = draft.slots();
        Machine machine = machine(slots, station).orElse(null);
        if (machine == null) {
            return which(draft, slots.machines());
        }
        Draft there = draft.with(slots.on(machine));
        Next fault = fault(there, machine);
        if (fault != null) {
            return fault;
        }
        List<Incident> open = log.openOn(machine.id());
        // What the machine has told of is the same stop, since when it stands: the log joins the
        // two.
        boolean told = open.stream().anyMatch(Incident::saidByMachine);
        if (!told && isAmong(open, machine, slots.fault())) {
            return new Next.Nothing(Phrase.of("already.open", machine.name()));
        }
        if (!told && slots.since() == null) {
            return new Next.Ask(there, Asking.SINCE, Phrase.of("ask.since"));
        }
        return new Next.Complete(there);
    }

    /// The one that was named; where none was, or where the name fits several, the one that the
    /// person stands at.
    private Optional<Machine> machine(Slots slots, @Nullable String station) {
        Optional<Machine> here = Optional.ofNullable(station).flatMap(register::machine);
        return slots.machine()
                .or(
                        () ->
                                here.filter(
                                        machine ->
                                                slots.machines().isEmpty()
                                                        || slots.machines().contains(machine)));
    }

    private static Next which(Draft draft, List<Machine> named) {
        return new Next.Ask(
                draft,
                Asking.MACHINE,
                named.isEmpty()
                        ? Phrase.of("ask.machine")
                        : Phrase.of("ask.which", String.join(", ", names(named))));
    }

    /// What tells them apart: of two of one name their ids.
    private static List<String> names(List<Machine> machines) {
        Set<String> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        machines.forEach(each -> (once.add(each.name()) ? once : twice).add(each.name()));
        return machines.stream()
                .limit(CHOICES_MAX)
                .map(each -> twice.contains(each.name()) ? each.id() : each.name())
                .toList();
    }

    /// The question for another fault where the machine has none that is called so; null if it has,
    /// or if none was said.
    private @Nullable Next fault(Draft draft, Machine machine) {
        String said = draft.slots().fault();
        if (said == null || said.isEmpty() || FaultOf.machine(machine, said).isPresent()) {
            return null;
        }
        return new Next.Ask(
                draft.with(draft.slots().withFault(null)),
                Asking.FAULT,
                Phrase.of("ask.fault", machine.name(), said));
    }

    /// Whether somebody has said so already: two of one code could not be told apart by voice.
    private static boolean isAmong(List<Incident> open, Machine machine, @Nullable String said) {
        return !withFault(open, machine, Objects.requireNonNullElse(said, "")).isEmpty();
    }

    private Next marking(Draft draft, @Nullable String station, @Nullable String recent) {
        List<Incident> open = recently(candidates(draft.slots(), station), recent);
        Set<String> machines = new LinkedHashSet<>();
        open.forEach(incident -> machines.add(incident.machine()));
        if (open.isEmpty()) {
            return nothingOpen(draft.slots(), station);
        }
        if (machines.size() > 1) {
            return which(draft, machines(machines));
        }
        Machine machine = machines(machines).getFirst();
        List<Incident> meant = meant(draft, open, machine);
        if (meant.size() > 1) {
            return whichFault(draft, meant, machine);
        }
        if (meant.isEmpty()) {
            return new Next.Nothing(Phrase.of("nothing.open.fault", machine.name(), fault(draft)));
        }
        Incident incident = meant.getFirst();
        return complete(
                draft.about(incident.id())
                        .with(draft.slots().on(machine).withFault(incident.fault())));
    }

    /// The code tells them apart, if one has another than the next.
    private static Next whichFault(Draft draft, List<Incident> meant, Machine machine) {
        if (meant.stream().map(Incident::fault).distinct().count() == 1) {
            return new Next.Nothing(Phrase.of("alike", machine.name()));
        }
        boolean oneWithout = meant.stream().anyMatch(each -> each.fault() == null);
        return new Next.Ask(
                draft.with(draft.slots().on(machine)),
                Asking.FAULT,
                Phrase.of(
                        "ask.which.incident",
                        machine.name(),
                        faults(meant),
                        oneWithout ? Phrase.of("or.none") : Phrase.NONE));
    }

    private static String fault(Draft draft) {
        String said = draft.slots().fault();
        return said == null || said.isEmpty() ? NO_CODE : said;
    }

    private Next complete(Draft draft) {
        Slots slots = draft.slots();
        if (draft.act() == Act.WAIT && slots.waitFor() == null) {
            return new Next.Ask(draft, Asking.WAIT, Phrase.of("ask.wait"));
        }
        if (draft.act() == Act.RESTORE && slots.cause() == null) {
            return new Next.Ask(draft, Asking.CAUSE, Phrase.of("ask.cause"));
        }
        return new Next.Complete(draft);
    }

    /// The open incidents that may be meant: of the named machine, else of the one that the person
    /// stands at, else of all that the register knows. Where the name fits several machines, those
    /// of the one that the person stands at come first.
    private List<Incident> candidates(Slots slots, @Nullable String station) {
        if (slots.machines().isEmpty() && station == null) {
            return log.list(true, null, IncidentLog.LISTED_MAX).stream()
                    .filter(incident -> register.machine(incident.machine()).isPresent())
                    .toList();
        }
        List<Incident> here = openOn(machine(slots, station).stream());
        return here.isEmpty() ? openOn(slots.machines().stream()) : here;
    }

    /// Where several machines have one, that of the last entry is meant, if it has one.
    private static List<Incident> recently(List<Incident> open, @Nullable String recent) {
        List<Incident> there = open.stream().filter(each -> each.machine().equals(recent)).toList();
        return there.isEmpty() ? open : there;
    }

    private List<Incident> openOn(Stream<Machine> machines) {
        return machines.flatMap(machine -> log.openOn(machine.id()).stream()).toList();
    }

    private static List<Incident> meant(Draft draft, List<Incident> open, Machine machine) {
        String target = draft.target();
        return target == null
                ? withFault(open, machine, draft.slots().fault())
                : open.stream().filter(incident -> incident.id().equals(target)).toList();
    }

    /// @param said null if nothing was said of it, empty for the one without a code
    private static List<Incident> withFault(
            List<Incident> open, Machine machine, @Nullable String said) {
        if (said == null) {
            return open;
        }
        String code =
                said.isEmpty()
                        ? null
                        : FaultOf.machine(machine, said).map(FaultCode::code).orElse(said);
        return open.stream().filter(incident -> Objects.equals(code, incident.fault())).toList();
    }

    private Next nothingOpen(Slots slots, @Nullable String station) {
        return new Next.Nothing(
                machine(slots, station)
                        .map(machine -> Phrase.of("nothing.open.on", machine.name()))
                        .orElseGet(() -> Phrase.of("nothing.open")));
    }

    private List<Machine> machines(Set<String> ids) {
        return ids.stream().map(register::machine).flatMap(Optional::stream).toList();
    }

    private static String faults(List<Incident> incidents) {
        return incidents.stream()
                .map(Incident::fault)
                .filter(Objects::nonNull)
                .distinct()
                .limit(CHOICES_MAX)
                .collect(Collectors.joining(", "));
    }
}
