package dev.andon.node.incident;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The log of incidents. What a call returned is on the disk, and so are its facts for the hub.
/// Safe to call from any thread.
///
/// What cannot be so is refused with an [IncidentException]; a disk that is full or a damaged
/// journal with a [dev.andon.knowledge.StageException] of the stage `store`.
public final class IncidentLog {
    /// Incidents that one list shows.
    public static final int LISTED_MAX = 500;

    /// Characters of a cause.
    public static final int CAUSE_CHARS_MAX = 500;

    /// Characters of a note.
    public static final int NOTE_CHARS_MAX = 2_000;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// Fewer letters of an id could mean many.
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{4}[0-9a-f-]{0,32}");

    private final IncidentStore store;
    private final PlantNames names;
    private final UnaryOperator<String> redacted;
    private final LongSupplier now;
    private final Stops stops;

    /// With the usual rules of what is one stop.
    ///
    /// @param redacted takes out of causes and notes what belongs to people
    /// @param now the node's clock, UTC milliseconds
    public IncidentLog(
            IncidentStore store,
            AssetRegister register,
            UnaryOperator<String> redacted,
            LongSupplier now) {
        this(store, register, redacted, now, Stops.USUAL);
    }

    /// As above.
    ///
    /// @param stops what is one stop, for whoever looks at incidents
    public IncidentLog(
            IncidentStore store,
            AssetRegister register,
            UnaryOperator<String> redacted,
            LongSupplier now,
            Stops stops) {
        this.stops = stops;
        this.store = store;
        this.names = new PlantNames(register);
        this.redacted = redacted;
        this.now = now;
    }

    /// Opens an incident. Asked again with the same id and content, it returns what became of it.
    ///
    /// @throws IncidentException `unknown-machine`, `ambiguous-machine`, `unknown-fault`,
    ///     `invalid-id`, `id-taken` (by another incident), `in-the-future`, `too-early`
    public Incident open(Opening opening) {
        Machine machine = names.machine(opening.machine());
        String fault = opening.fault() == null ? null : names.fault(machine, opening.fault());
        String id = id(opening.id());
        Incident fresh = fresh(id, machine, fault, opening);
        return store.change(id, before -> before == null ? fresh : same(before, fresh));
    }

    /// Opens an incident, unless the machine's stop that is meant is open already: a machine and a
    /// person who tell of one stop tell of one incident, see [SameStop]. Asked again with the
    /// same id and content, it returns what became of it.
    ///
    /// @throws IncidentException as [#open], `too-many-milestones`
    public Joined openOrJoin(Opening opening) {
        Machine machine = names.machine(opening.machine());
        String fault = opening.fault() == null ? null : names.fault(machine, opening.fault());
        Incident fresh = fresh(id(opening.id()), machine, fault, opening);
        SameStop stop = new SameStop(fresh, new IncidentRules(now.getAsLong()));
        Incident incident =
                store.open(
                        fresh.id(),
                        machine.id(),
                        (known, open) ->
                                known == null
                                        ? stop.among(open).map(stop::joinedTo).orElse(fresh)
                                        : same(known, fresh));
        return new Joined(incident, !incident.id().equals(fresh.id()));
    }

    /// The code that the register gives to a fault of a machine.
    ///
    /// @param called code, name or alias
    /// @throws IncidentException `unknown-machine`, `ambiguous-machine`, `unknown-fault`
    public String faultCalled(String machine, String called) {
        return names.fault(names.machine(machine), called);
    }

    /// What an opening with this id opened or joined; empty if there was none.
    public Optional<Incident> openedBy(String id) {
        return store.openedBy(id);
    }

    /// The machine of an incident says that it runs again. It is restored, if it was the machine
    /// that had stopped, not later than this, and nobody works on it; else it stays as it is.
    ///
    /// @param at UTC milliseconds
    /// @throws IncidentException `unknown-incident`, `in-the-future`, `too-early`,
    ///     `too-many-milestones`
    public Incident runsAgain(String id, long at) {
        return change(id, (rules, incident) -> rules.runningAgain(incident, at));
    }

    /// Gives a milestone, a wait or a restoration among them.
    ///
    /// @throws IncidentException `unknown-incident`, `withdrawn`, `in-the-future`, `too-early`,
    ///     `wait-unsaid`, `no-wait`, `already-restored`, `too-many-milestones`
    public Incident mark(String id, Given given) {
        return change(id, (rules, incident) -> rules.marked(incident, given));
    }

    /// It waits from now on, until the next milestone that is no wait.
    public Incident wait(String id, Wait waitFor, Source source) {
        return mark(id, new Given(Moment.WAITING, null, waitFor, source));
    }

    /// The machine runs again.
    ///
    /// @param at when; null: now
    /// @param cause of the stop; null if it was not said
    /// @param note for others; null for none
    /// @throws IncidentException as [#mark], `text-too-long`
    public Incident restore(
            String id,
            @Nullable Long at,
            @Nullable String cause,
            @Nullable String note,
            Source source) {
        String cleanCause = text("cause", cause, CAUSE_CHARS_MAX);
        String cleanNote = text("note", note, NOTE_CHARS_MAX);
        Given given = new Given(Moment.RESTORED, at, null, source);
        return change(
                id,
                (rules, incident) -> {
                    Incident restored = rules.marked(incident, given);
                    boolean repeated = restored.equals(incident);
                    if (repeated && saysOther(incident, cleanCause, cleanNote)) {
                        throw new IncidentException(
                                "already-restored",
                                "Incident %s was restored with another cause or note. Retract that milestone first."
                                        .formatted(incident.id()));
                    }
                    return repeated ? incident : restored.saying(cleanCause, cleanNote);
                });
    }

    /// Gives another time, or another wait, to a milestone.
    ///
    /// @param waitFor null: as it was
    /// @throws IncidentException as [#mark], `unknown-milestone`, `retracted`
    public Incident correct(String id, int ordinal, long at, @Nullable Wait waitFor) {
        return change(id, (rules, incident) -> rules.corrected(incident, ordinal, at, waitFor));
    }

    /// Takes back a milestone that was given by mistake.
    ///
    /// @throws IncidentException `unknown-incident`, `unknown-milestone`, `withdrawn`,
    ///     `last-milestone`
    public Incident retract(String id, int ordinal) {
        return change(id, (rules, incident) -> rules.retracted(incident, ordinal));
    }

    /// Takes back an incident that was opened by mistake: it counts nowhere.
    ///
    /// @throws IncidentException `unknown-incident`
    public Incident withdraw(String id) {
        return change(id, (_, incident) -> incident.withdrawn() ? incident : incident.withdraw());
    }

    /// The incident with this id, or the only one whose id begins so (four letters at least).
    ///
    /// @throws IncidentException `unknown-incident`, `ambiguous-incident`
    public Incident find(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        List<Incident> found =
                PREFIX.matcher(wanted).matches() ? store.beginningWith(wanted) : List.of();
        if (found.size() > 1) {
            throw new IncidentException(
                    "ambiguous-incident",
                    "More than one incident begins with '%s'. Write more of it.".formatted(wanted));
        }
        if (found.isEmpty()) {
            throw unknown(id);
        }
        return found.getFirst();
    }

    /// The newest incidents first.
    ///
    /// @param openOnly neither restored nor withdrawn
    /// @param machine id, name or alias; null for all
    /// @throws IncidentException `unknown-machine`, `ambiguous-machine`
    public List<Incident> list(boolean openOnly, @Nullable String machine, int countMax) {
        String id = machine == null ? null : names.machine(machine).id();
        return store.list(
                new IncidentStore.Filter(
                        openOnly, id, Math.max(1, Math.min(countMax, LISTED_MAX))));
    }

    /// The incidents of a machine that are neither restored nor withdrawn, the newest first.
    public List<Incident> openOn(String machine) {
        return list(true, machine, LISTED_MAX);
    }

    /// Which of these incidents continue another, and which belong to a micro-stop; judged by the
    /// newest [#LISTED_MAX] incidents of the plant, or of the machine if they are all of one.
    public StopMarks marks(Collection<Incident> incidents) {
        List<String> machines = incidents.stream().map(Incident::machine).distinct().toList();
        String only = machines.size() == 1 ? machines.getFirst() : null;
        List<Incident> around =
                machines.isEmpty()
                        ? List.of()
                        : store.list(new IncidentStore.Filter(false, only, LISTED_MAX));
        return StopMarks.of(stops, incidents, around);
    }

    /// These incidents as programs read them.
    public List<IncidentView> views(List<Incident> incidents) {
        StopMarks marks = marks(incidents);
        return incidents.stream().map(one -> IncidentView.of(one, marks.of(one.id()))).toList();
    }

    /// An incident as programs read it.
    public IncidentView view(Incident incident) {
        return views(List.of(incident)).getFirst();
    }

    private Incident change(String id, Step step) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        String whole = ID.matcher(wanted).matches() ? wanted : find(id).id();
        IncidentRules rules = new IncidentRules(now.getAsLong());
        return store.change(
                whole,
                before -> {
                    if (before == null) {
                        throw unknown(id);
                    }
                    return step.of(rules, before);
                });
    }

    private Incident fresh(String id, Machine machine, @Nullable String fault, Opening opening) {
        long at = now.getAsLong();
        IncidentRules rules = new IncidentRules(at);
        List<Milestone> milestones = new ArrayList<>();
        if (opening.failedAt() != null) {
            milestones.add(milestone(rules, 1, Moment.FAILED, opening.failedAt(), opening));
        }
        milestones.add(
                milestone(
                        rules,
                        milestones.size() + 1,
                        Moment.DECLARED,
                        opening.declaredAt(),
                        opening));
        return new Incident(
                id,
                1,
                machine.id(),
                machine.line().isEmpty() ? null : machine.line(),
                fault,
                null,
                null,
                opening.origin(),
                false,
                at,
                content(machine, fault, opening),
                milestones,
                List.of());
    }

    private static Milestone milestone(
            IncidentRules rules, int ordinal, Moment moment, @Nullable Long at, Opening opening) {
        return new Milestone(
                ordinal, moment, rules.possible(moment, at), null, opening.source(), false);
    }

    /// All that was asked for, as the register writes it.
    private static String content(Machine machine, @Nullable String fault, Opening opening) {
        return "%s|%s|%s|%s|%s|%s"
                .formatted(
                        machine.id(),
                        fault,
                        opening.failedAt(),
                        opening.declaredAt(),
                        opening.source(),
                        opening.origin());
    }

    private static Incident same(Incident known, Incident asked) {
        String before =
                known.joinings().stream()
                        .filter(joining -> joining.id().equals(asked.id()))
                        .map(Joining::opening)
                        .findFirst()
                        .orElse(known.opening());
        if (!before.equals(asked.opening())) {
            throw new IncidentException(
                    "id-taken",
                    "Another incident has the id %s. Choose a new one for each incident."
                            .formatted(asked.id()));
        }
        return known;
    }

    private static String id(@Nullable String chosen) {
        if (chosen == null) {
            return UUID.randomUUID().toString();
        }
        String id = chosen.strip().toLowerCase(Locale.ROOT);
        if (!ID.matcher(id).matches()) {
            throw new IncidentException(
                    "invalid-id",
                    "'%s' is no UUID. Write one such as 123e4567-e89b-42d3-a456-426614174000, or leave it out."
                            .formatted(chosen));
        }
        return id;
    }

    private @Nullable String text(String what, @Nullable String text, int charsMax) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > charsMax) {
            throw new IncidentException(
                    "text-too-long",
                    "The %s has %d characters; %d are the most. Shorten it."
                            .formatted(what, text.length(), charsMax));
        }
        return redacted.apply(text.strip());
    }

    private static boolean saysOther(
            Incident incident, @Nullable String cause, @Nullable String note) {
        return !Objects.equals(incident.cause(), cause) || !Objects.equals(incident.note(), note);
    }

    private static IncidentException unknown(String id) {
        return new IncidentException(
                "unknown-incident",
                "There is no incident '%s'. See: andon incidents".formatted(id.strip()));
    }

    /// What the rules make of an incident.
    @FunctionalInterface
    private interface Step {
        Incident of(IncidentRules rules, Incident incident);
    }
}
