package dev.andon.node.sync.library;

import dev.andon.knowledge.StageException;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.node.sync.FactLog;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.Topics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Receives what the hub publishes and installs it, on a thread of its own, one revision at a time,
/// while the link serves its other uses.
public final class LibraryClient implements LinkPart, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryClient.class);

    /// What is looked at again although nobody called: facts that could not be told, another
    /// process that installed something.
    private static final long LOOK_MS = 30_000;

    private static final long PAUSE_MS_MIN = 1_000;
    private static final long PAUSE_MS_MAX = 60_000;
    private static final Duration CLOSE_MAX = Duration.ofSeconds(20);

    private final Topics topics;
    private final String node;
    private final Pattern manifestTopic;
    private final Library library;
    private final Ledger ledger;
    private final FactLog facts;
    private final Runnable restartNeeded;
    private final LinkSource source;
    private final Mailbox mailbox = new Mailbox();
    private final AtomicBoolean retry = new AtomicBoolean();
    private final Set<String> tired = new HashSet<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile Runnable placed = () -> {};
    private volatile List<NodeStatus.Installed> installed;
    private Payload catalog = Payload.EMPTY;
    private long pauseMs = PAUSE_MS_MIN;

    /// A client that is not at work yet.
    ///
    /// @param members of the library; the ledger is closed with this
    /// @param facts where it is written what came of each revision
    /// @param restartNeeded called when something was installed that the node reads at its start
    ///     only; on the thread of the library
    public LibraryClient(LibraryMembers members, FactLog facts, Runnable restartNeeded) {
        this.topics = new Topics(members.site());
        this.node = members.node();
        this.manifestTopic = Pattern.compile(manifests("([a-z]+)", "([a-z0-9-]{1,64})", "(\\d+)"));
        this.ledger = members.ledger();
        this.facts = facts;
        this.restartNeeded = restartNeeded;
        this.library = new Library(members, _ -> {});
        this.installed = library.installed();
        this.source = new LinkSource(topics, node, () -> System.nanoTime() / 1_000_000);
        this.thread = Thread.ofPlatform().daemon(true).name("andon-library").unstarted(this::run);
    }

    /// Begins to work: first what serves is compared with what is known to be installed.
    public LibraryClient start() {
        thread.start();
        return this;
    }

    /// Whom to call after each look at what may have put a file in its place, on the thread of the
    /// library: once at its start, and after every installation.
    public void onPlaced(Runnable listener) {
        placed = listener;
    }

    /// What is installed, previous revisions included, as it was known last. Never waits.
    public List<NodeStatus.Installed> installed() {
        return installed;
    }

    /// Documents that the node reads at its next start only, `register/plant`.
    public Set<String> awaitingRestart() {
        return library.awaitingRestart();
    }

    /// Looks at everything again, also at what was refused. The hub's command `resync`.
    public void resync() {
        retry.set(true);
        mailbox.wake();
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(
                Subscription.kept(topics.catalog()),
                Subscription.kept(manifests("+", "+", "+")),
                Subscription.passing(topics.blocks(node), 0),
                Subscription.passing(topics.sharedBlocks(), 0));
    }

    private String manifests(String kind, String id, String serial) {
        String folder = topics.catalog().substring(0, topics.catalog().lastIndexOf('/'));
        return "%s/%s/%s/manifest/%s".formatted(folder, kind, id, serial);
    }

    @Override
    public void connected(MqttLink link) {
        source.link(link);
        mailbox.wake();
    }

    @Override
    public void lost() {
        catalog = Payload.EMPTY;
        source.link(null);
    }

    @Override
    public void arrived(Delivery delivery) {
        if (delivery.topic().equals(topics.blocks(node))
                || delivery.topic().equals(topics.sharedBlocks())) {
            source.arrived(delivery);
        } else if (delivery.payload().length() > 0 && !delivery.payload().equals(catalog)) {
            letter(delivery);
        }
    }

    /// A new catalog ends a fetch that it may not want any more.
    private void letter(Delivery delivery) {
        boolean taken = mailbox.put(delivery.topic(), delivery.payload());
        if (!taken) {
            LOG.warn("Too much of the library at once: {} waits.", delivery.topic());
        }
        if (delivery.topic().equals(topics.catalog())) {
            catalog = taken ? delivery.payload() : Payload.EMPTY;
            source.leave();
        }
    }

    /// Ends the work at the next possible moment; what is half done goes on after the next start.
    @Override
    public void close() {
        closed = true;
        source.leave();
        mailbox.wake();
        try {
            thread.join(CLOSE_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ledger.close();
    }

    private void run() {
        try {
            begin();
            while (!closed) {
                rest(turn());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        try {
            library.reconcile();
            installed = library.installed();
            placed.run();
        } catch (StageException | IOException e) {
            LOG.error("The library could not be looked at: {}", e.getMessage());
        }
    }

    /// Waits longer each time that nothing comes of it.
    private void rest(Outcome outcome) throws InterruptedException {
        switch (outcome) {
            case DONE -> pauseMs = PAUSE_MS_MIN;
            case IDLE -> mailbox.await(LOOK_MS);
            case STUCK -> {
                boolean called = mailbox.await(pauseMs);
                pauseMs = called ? PAUSE_MS_MIN : Math.min(PAUSE_MS_MAX, pauseMs * 2);
            }
        }
    }

    private enum Outcome {
        DONE,
        IDLE,
        STUCK
    }

    private Outcome turn() throws InterruptedException {
        try {
            source.stay();
            readMail();
            ledger.tell(facts::write);
            List<Step> steps = library.steps();
            List<Step> open = steps.stream().filter(step -> !(step instanceof Step.Await)).toList();
            Optional<Step> next =
                    open.stream()
                            .filter(step -> !tired.contains(step.entry().manifestSha256()))
                            .findFirst();
            if (next.isPresent()) {
                carryOut(next.get());
                return Outcome.DONE;
            }
            tired.clear();
            return open.isEmpty() ? Outcome.IDLE : Outcome.STUCK;
        } catch (StageException | IOException e) {
            return failed(e);
        }
    }

    private Outcome failed(Exception e) {
        if (!closed) {
            LOG.error("The library cannot go on for now: {}", e.getMessage());
        }
        return Outcome.STUCK;
    }

    private void carryOut(Step step) throws InterruptedException, IOException {
        int waiting = library.awaitingRestart().size();
        if (library.carryOut(step, source) != Library.Progress.DONE) {
            tired.add(step.entry().manifestSha256());
        }
        installed = library.installed();
        placed.run();
        if (library.awaitingRestart().size() > waiting) {
            restartNeeded.run();
        }
    }

    private void readMail() {
        if (retry.getAndSet(false)) {
            library.retryAll();
        }
        for (Optional<Mailbox.Letter> letter = mailbox.take();
                letter.isPresent();
                letter = mailbox.take()) {
            read(letter.get());
        }
    }

    private void read(Mailbox.Letter letter) {
        byte[] envelope = letter.payload().bytes();
        Matcher manifest = manifestTopic.matcher(letter.topic());
        if (letter.topic().equals(topics.catalog())) {
            library.catalog(envelope);
        } else if (manifest.matches()) {
            kind(manifest.group(1))
                    .ifPresent(
                            kind ->
                                    library.manifest(
                                            new Document(kind, manifest.group(2)),
                                            serial(manifest.group(3)),
                                            envelope));
        }
    }

    private static Optional<DocumentKind> kind(String word) {
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// Numbers beyond what fits are those of nobody.
    private static long serial(String digits) {
        return digits.length() < 19 ? Long.parseLong(digits) : -1;
    }
}
