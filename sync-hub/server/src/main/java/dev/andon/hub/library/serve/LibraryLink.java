package dev.andon.hub.library.serve;

import dev.andon.hub.library.Library;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttLink;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;
import dev.andon.protocol.Want;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// The library's use of the hub's connection: publishes manifests and the catalog when they change
/// and whenever a link stands anew, and answers wants.
///
/// The thread of the link only hands wants over. A platform thread of this part does the rest: it
/// reads blocks from the disk, waits for the link's window, and tends the roll-out once a second,
/// also while there is no link.
public final class LibraryLink implements LinkPart, AutoCloseable {
    /// Wants that may wait; beyond it they are dropped, and nodes ask again.
    static final int WANTS_MAX = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(LibraryLink.class);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final ArrayBlockingQueue<Asked> wants = new ArrayBlockingQueue<>(WANTS_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private final Topics topics;
    private final Serving serving;
    private final Thread thread;

    /// A want and the node on whose topic it came.
    record Asked(String node, Want want) {}

    private LibraryLink(Library library) {
        this.topics = new Topics(library.settings().site());
        this.serving = new Serving(library, topics, wants);
        this.thread =
                Thread.ofPlatform().daemon(true).name("andon-library").unstarted(serving::run);
    }

    /// Starts the thread; make it part of the hub's [dev.andon.mqtt.LinkParts].
    public static LibraryLink start(Library library) {
        LibraryLink link = new LibraryLink(library);
        link.thread.start();
        return link;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(Subscription.passing(topics.everyNode("want"), 1));
    }

    @Override
    public void connected(MqttLink link) {
        serving.link(link);
    }

    @Override
    public void arrived(Delivery delivery) {
        Optional<Asked> asked = read(delivery);
        if (asked.isEmpty() || !wants.offer(asked.get())) {
            dropped.incrementAndGet();
        }
    }

    @Override
    public void lost() {
        serving.link(null);
    }

    /// Wants that were not taken: not readable, of another node than their topic says, or too many.
    public long dropped() {
        return dropped.get();
    }

    /// What was published of blocks since the start.
    public Traffic traffic() {
        return serving.traffic();
    }

    /// @param blocks published, those for all once
    /// @param bytes of these
    /// @param shared of the blocks, for all
    /// @param missing asked for and not in the library
    public record Traffic(long blocks, long bytes, long shared, long missing) {}

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Asked> read(Delivery delivery) {
        try {
            Want want = SyncCodec.decode(delivery.payload().bytes(), Want.class);
            return Topics.nodeOf(delivery.topic())
                    .filter(node -> node.equals(want.node()))
                    .filter(_ -> want.blocks().size() <= Want.BLOCKS_MAX)
                    .filter(_ -> want.blocks().stream().allMatch(LibraryLink::isHash))
                    .filter(_ -> isHash(want.manifestSha256()))
                    .map(node -> new Asked(node, want));
        } catch (ProtocolException e) {
            LOG.debug("A want on {} cannot be read: {}", delivery.topic(), e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isHash(String text) {
        return text.length() == 2 * Sha256.BYTES && HASH.matcher(text).matches();
    }
}
