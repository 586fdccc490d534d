package dev.andon.hub.library.serve;

import dev.andon.protocol.Want;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides in which order blocks go out, and which go out once for all. Pure: time is told.
///
/// A block of a manifest that three or more nodes lack waits a moment for the others to ask, then
/// goes out once. Who asked while it was on its way is not served again. Those that go to one node
/// take turns, node by node, so that nobody waits behind somebody else's model. What does not fit
/// is forgotten: nodes ask again.
final class WantBoard {
    /// Nodes from which on a block travels once for all.
    static final int SHARED_MIN = 3;

    /// The longest wait for others to ask.
    static final long GATHER_MS_MAX = 250;

    /// A want that comes so soon after its block went to all has crossed with it. Shorter than the
    /// silence after which a node asks again.
    static final long CROSSED_MS = 2_000;

    /// So long is remembered what went to all; who asks for it later than [#CROSSED_MS] missed it
    /// and gets it alone.
    static final long SHARED_MS = 60_000;

    /// After so long without a want a node is not waited for.
    static final long ACTIVE_MS = 2_000;

    /// So long all that lack a manifest are waited for, not only those that ask already.
    static final long BEGIN_MS = 1_000;

    static final int PENDING_OF_NODE_MAX = 2 * Want.BLOCKS_MAX;
    static final int GATHERED_MAX = 4_096;
    static final int REMEMBERED_MAX = 65_536;
    static final int MANIFESTS_MAX = 256;

    private final Map<String, Gathered> gathering = new LinkedHashMap<>();
    private final ArrayDeque<Sending> forAll = new ArrayDeque<>();
    private final Map<String, Map<String, Sending>> forOne = new LinkedHashMap<>();
    private final Map<String, Long> shared = remembering(REMEMBERED_MAX);
    private final Map<String, Manifest> manifests = remembering(MANIFESTS_MAX);
    private boolean turnOfAll = true;

    /// A block for which others are waited.
    private record Gathered(String manifest, long since, Set<String> nodes) {}

    /// Who asks for blocks of a manifest, and when they last did.
    private record Manifest(long since, Map<String, Long> nodes) {
        int active(long now) {
            return (int) nodes.values().stream().filter(last -> now - last < ACTIVE_MS).count();
        }
    }

    /// Takes a want.
    ///
    /// @param node that asks
    /// @param lacking nodes that are to have the manifest and do not yet
    /// @param now milliseconds of any clock that only goes forward
    void want(String node, Want want, Set<String> lacking, long now) {
        Manifest manifest = asked(want.manifestSha256(), now);
        manifest.nodes().put(node, now);
        Set<String> all = new LinkedHashSet<>(lacking);
        all.addAll(manifest.nodes().keySet());
        int expected = now - manifest.since() < BEGIN_MS ? all.size() : manifest.active(now);
        boolean many = Math.max(lacking.size(), manifest.active(now)) >= SHARED_MIN;
        for (String block : want.blocks()) {
            Long sent = shared.get(block);
            if (sent == null || now - sent >= CROSSED_MS) {
                take(block, new Asking(node, want.manifestSha256(), many, expected), now);
            }
        }
    }

    /// After a silence it begins anew: all are waited for again.
    private Manifest asked(String sha256, long now) {
        Manifest known = manifests.get(sha256);
        if (known != null && known.active(now) > 0) {
            return known;
        }
        Manifest begun = new Manifest(now, new HashMap<>());
        manifests.put(sha256, begun);
        return begun;
    }

    private record Asking(String node, String manifest, boolean many, int expected) {}

    private void take(String block, Asking asking, long now) {
        Gathered gathered = gathering.get(block);
        if (gathered == null && !asking.many()) {
            single(block, asking.manifest(), asking.node());
            return;
        }
        if (gathered == null) {
            if (gathering.size() >= GATHERED_MAX) {
                return;
            }
            gathered = new Gathered(asking.manifest(), now, new LinkedHashSet<>());
            gathering.put(block, gathered);
        }
        gathered.nodes().add(asking.node());
        if (gathered.nodes().size() >= asking.expected()) {
            gathering.remove(block);
            release(block, gathered, now);
        }
    }

    private void single(String block, String manifest, String node) {
        Map<String, Sending> pending = forOne.computeIfAbsent(node, _ -> new LinkedHashMap<>());
        if (pending.size() < PENDING_OF_NODE_MAX) {
            pending.putIfAbsent(block, new Sending(block, manifest, node));
        }
    }

    /// To all; but to those that missed it alone, unless they are many.
    private void release(String block, Gathered gathered, long now) {
        Long sent = shared.get(block);
        boolean missed = sent != null && now - sent < SHARED_MS;
        if (missed && gathered.nodes().size() < SHARED_MIN) {
            gathered.nodes().forEach(node -> single(block, gathered.manifest(), node));
            return;
        }
        forAll.add(new Sending(block, gathered.manifest(), null));
        // Counted from now on, so that a want that comes before it went out does not add it again.
        shared.put(block, now);
    }

    /// The next to go out; empty if nothing is to go out now.
    Optional<Sending> next(long now) {
        releaseWaited(now);
        turnOfAll = !turnOfAll;
        if (forAll.isEmpty() || !turnOfAll && !forOne.isEmpty()) {
            return nextOfOne();
        }
        Sending next = forAll.remove();
        shared.put(next.block(), now);
        return Optional.of(next);
    }

    private void releaseWaited(long now) {
        while (!gathering.isEmpty()) {
            Map.Entry<String, Gathered> first = gathering.entrySet().iterator().next();
            if (now - first.getValue().since() < GATHER_MS_MAX) {
                return;
            }
            gathering.remove(first.getKey());
            release(first.getKey(), first.getValue(), now);
        }
    }

    /// Of the node whose turn it is; it goes to the end then.
    private Optional<Sending> nextOfOne() {
        if (forOne.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, Map<String, Sending>> turn = forOne.entrySet().iterator().next();
        String node = turn.getKey();
        Map<String, Sending> pending = turn.getValue();
        forOne.remove(node);
        String block = pending.keySet().iterator().next();
        @Nullable Sending next = pending.remove(block);
        if (!pending.isEmpty()) {
            forOne.put(node, pending);
        }
        return Optional.ofNullable(next);
    }

    /// How long nothing will be to send, at most a given time.
    long idleMs(long now, long max) {
        if (!forAll.isEmpty() || !forOne.isEmpty()) {
            return 0;
        }
        if (gathering.isEmpty()) {
            return max;
        }
        long since = gathering.values().iterator().next().since();
        return Math.clamp(since + GATHER_MS_MAX - now, 0, max);
    }

    /// Forgets what is wanted: the link is gone, and nodes ask again.
    void clear() {
        gathering.clear();
        forAll.clear();
        forOne.clear();
        shared.clear();
        manifests.clear();
    }

    private static <V> Map<String, V> remembering(int max) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > max;
            }
        };
    }
}
