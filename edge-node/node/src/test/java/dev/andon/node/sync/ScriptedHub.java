package dev.andon.node.sync;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.LinkParts;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.Ack;
import dev.andon.protocol.Ack.Range;
import dev.andon.protocol.Ack.Rejected;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.EventCodec.Head;
import dev.andon.protocol.EventCodec.Read;
import dev.andon.protocol.EventCodec.ReadEvent;
import dev.andon.protocol.HubStatus;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A hub whose store is a map, and whose acknowledgements can be lost, doubled, late and out of
/// order. What it has committed is the model that the tests hold the node to.
final class ScriptedHub implements LinkPart, AutoCloseable {
    /// What is done with an acknowledgement on its way: it is replaced by any number of others.
    volatile Function<Ack, List<Ack>> onItsWay = List::of;

    /// Says nothing and commits nothing.
    volatile boolean deaf;

    /// Commits, but says nothing.
    volatile boolean mute;

    /// Keeps numbers only, no texts.
    volatile boolean frugal;

    volatile int pauseMs;
    volatile long clockOffsetMs;
    volatile List<Integer> protocols = List.of(1);

    /// Codes of events that it refuses, by a text that occurs in them.
    final Map<String, String> poison = new HashMap<>();

    /// The heads of all batches in the order of arrival.
    final List<Head> heads = new CopyOnWriteArrayList<>();

    /// How many events each batch held.
    final List<Integer> sizes = new CopyOnWriteArrayList<>();

    private final Topics topics;
    private final Map<String, Book> books = new HashMap<>();
    private final LinkLoop loop;
    private int doubled;
    private int contested;
    private @Nullable MqttLink link;

    /// One outbox as the hub knows it.
    private static final class Book {
        private final TreeMap<Long, String> events = new TreeMap<>();
        private final Map<Long, String> deadLetters = new TreeMap<>();
        private final List<Gone> gone = new ArrayList<>();

        boolean has(long seq) {
            return events.containsKey(seq)
                    || deadLetters.containsKey(seq)
                    || gone.stream().anyMatch(g -> g.from() <= seq && seq <= g.to());
        }

        private long from;

        long mark() {
            long mark = from;
            while (true) {
                long next = mark + 1;
                if (events.containsKey(next) || deadLetters.containsKey(next)) {
                    mark = next;
                    continue;
                }
                long jumped =
                        gone.stream()
                                .filter(g -> g.from() <= next && next <= g.to())
                                .mapToLong(Gone::to)
                                .max()
                                .orElse(mark);
                if (jumped == mark) {
                    from = mark;
                    return mark;
                }
                mark = jumped;
            }
        }

        List<Range> missing(long mark) {
            List<Range> missing = new ArrayList<>();
            long end = events.isEmpty() ? 0 : events.lastKey();
            long from = 0;
            for (long seq = mark + 1; seq <= end && missing.size() < Ack.RANGES_MAX; seq++) {
                if (!has(seq) && from == 0) {
                    from = seq;
                } else if (has(seq) && from > 0) {
                    missing.add(new Range(from, seq - 1));
                    from = 0;
                }
            }
            return missing;
        }
    }

    ScriptedHub(MqttConnector connector, MqttSettings settings, String site) {
        this.topics = new Topics(site);
        LinkParts parts = new LinkParts(List.of(this));
        this.loop =
                LinkLoop.start("scripted-hub", () -> connector.connect(settings), parts, _ -> {});
    }

    /// The texts of the events of an outbox that it has.
    synchronized Map<Long, String> events(String epoch) {
        return new TreeMap<>(book(epoch).events);
    }

    synchronized Map<Long, String> deadLetters(String epoch) {
        return new TreeMap<>(book(epoch).deadLetters);
    }

    synchronized List<Gone> gone(String epoch) {
        return List.copyOf(book(epoch).gone);
    }

    synchronized List<String> epochs() {
        return List.copyOf(books.keySet());
    }

    /// All numbers up to which it has everything.
    synchronized long mark(String epoch) {
        return book(epoch).mark();
    }

    /// Whether it has every number up to this one, in one way or another.
    synchronized boolean hasThrough(String epoch, long seq) {
        return book(epoch).mark() >= seq;
    }

    /// Events that came more than once.
    synchronized int doubled() {
        return doubled;
    }

    /// Events that came with other content under a number that it had.
    synchronized int contested() {
        return contested;
    }

    /// Forgets what it committed after a number, as if its store came from a backup.
    synchronized void forget(String epoch, long after) {
        book(epoch).events.tailMap(after, false).clear();
        book(epoch).from = 0;
    }

    /// Says that it is there, or not.
    synchronized void say(boolean online) {
        MqttLink stands = link;
        if (stands != null) {
            stands.publish(presence(online));
        }
    }

    private Publication presence(boolean online) {
        HubStatus status = new HubStatus(topics.site(), online, "0-test", protocols, now());
        return Publication.confirmed(topics.hubStatus(), Payload.of(SyncCodec.encode(status)))
                .retained();
    }

    /// Publishes to the node.
    synchronized void publish(Publication publication) {
        MqttLink stands = link;
        if (stands == null) {
            throw new IllegalStateException("the hub is not connected");
        }
        stands.publish(publication);
    }

    private long now() {
        return System.currentTimeMillis() + clockOffsetMs;
    }

    private Book book(String epoch) {
        return books.computeIfAbsent(epoch, _ -> new Book());
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(Subscription.passing(topics.ingestFilter(), 1));
    }

    @Override
    public synchronized void connected(MqttLink stands) {
        link = stands;
        stands.publish(presence(true));
    }

    @Override
    public synchronized void lost() {
        link = null;
    }

    synchronized boolean connected() {
        return link != null;
    }

    @Override
    public void arrived(Delivery delivery) {
        if (deaf) {
            return;
        }
        Read read = EventCodec.unpack(delivery.payload().bytes());
        Ack ack = commit(read);
        if (!mute) {
            String node = Topics.nodeOf(delivery.topic()).orElseThrow();
            onItsWay.apply(ack).forEach(each -> answer(node, each));
        }
    }

    private synchronized void answer(String node, Ack ack) {
        MqttLink stands = link;
        if (stands != null) {
            try {
                stands.publish(
                        Publication.fleeting(topics.ack(node), Payload.of(SyncCodec.encode(ack))));
            } catch (MqttFailure gone) {
                link = null;
            }
        }
    }

    private synchronized Ack commit(Read read) {
        heads.add(read.head());
        sizes.add(read.events().size());
        Book book = book(read.head().epoch());
        List<Rejected> rejected = new ArrayList<>();
        read.events().forEach(event -> commit(book, event, rejected));
        book.gone.addAll(read.head().gone().stream().filter(g -> !book.gone.contains(g)).toList());
        long mark = book.mark();
        return new Ack(read.head().epoch(), mark, book.missing(mark), rejected, pauseMs, now());
    }

    private void commit(Book book, ReadEvent event, List<Rejected> rejected) {
        String code =
                poison.entrySet().stream()
                        .filter(each -> event.json().contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(event.code());
        if (frugal) {
            doubled += book.events.put(event.seq(), "") == null ? 0 : 1;
            return;
        }
        String known = book.events.get(event.seq());
        if (known != null && !known.equals(event.json())) {
            contested++;
            rejected.add(new Rejected(event.seq(), "other-content"));
        } else if (known != null) {
            doubled++;
        } else if (code != null) {
            book.deadLetters.put(event.seq(), code);
            rejected.add(new Rejected(event.seq(), code));
        } else {
            book.events.put(event.seq(), event.json());
        }
    }

    /// Acknowledgements lost, doubled, late and out of order, by a seed.
    static Function<Ack, List<Ack>> mischief(long seed) {
        Random random = new Random(seed);
        List<Ack> late = new ArrayList<>();
        return ack -> {
            synchronized (late) {
                List<Ack> out = new ArrayList<>();
                double dice = random.nextDouble();
                if (dice < 0.2) {
                    late.add(ack);
                } else if (dice < 0.4) {
                    out.addAll(List.of(ack, ack));
                } else if (dice < 0.9) {
                    out.add(ack);
                }
                if (!late.isEmpty() && random.nextDouble() < 0.4) {
                    out.add(late.remove(random.nextInt(late.size())));
                }
                return out;
            }
        };
    }

    @Override
    public void close() {
        loop.close();
    }
}
