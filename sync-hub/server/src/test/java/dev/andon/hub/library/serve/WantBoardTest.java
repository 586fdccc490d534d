package dev.andon.hub.library.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.Sha256;
import dev.andon.protocol.Want;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

class WantBoardTest {
    private static final String MANIFEST = name("manifest");
    private static final String BLOCK = name("block");

    private final WantBoard board = new WantBoard();

    @Test
    void servesASingleNodeAtOnce() {
        board.want("a", want("a", BLOCK), Set.of("a"), 0);
        assertThat(all(0)).containsExactly(new Sending(BLOCK, MANIFEST, "a"));
    }

    @Test
    void servesTwoNodesEachForItself() {
        board.want("a", want("a", BLOCK), Set.of("a", "b"), 0);
        board.want("b", want("b", BLOCK), Set.of("a", "b"), 0);
        assertThat(all(0)).extracting(Sending::node).containsExactly("a", "b");
    }

    @Test
    void servesAllOnceWhenAllThatLackItHaveAsked() {
        Set<String> lacking = Set.of("a", "b", "c");
        board.want("a", want("a", BLOCK), lacking, 0);
        board.want("b", want("b", BLOCK), lacking, 1);
        assertThat(all(2)).isEmpty();
        board.want("c", want("c", BLOCK), lacking, 2);
        assertThat(all(2)).containsExactly(new Sending(BLOCK, MANIFEST, null));
    }

    @Test
    void waitsForTheOthersOnlyAMoment() {
        board.want("a", want("a", BLOCK), Set.of("a", "b", "c"), 0);
        assertThat(all(249)).isEmpty();
        assertThat(board.idleMs(100, 1000)).isEqualTo(150);
        assertThat(all(250)).containsExactly(new Sending(BLOCK, MANIFEST, null));
    }

    @Test
    void doesNotWaitForNodesThatAreNotAtIt() {
        Set<String> lacking = Set.of("a", "b", "c", "asleep");
        for (String node : List.of("a", "b", "c")) {
            board.want(node, want(node, BLOCK), lacking, 0);
        }
        all(300);
        String next = name("next");
        for (String node : List.of("a", "b", "c")) {
            board.want(node, want(node, next), lacking, 1_500);
        }
        assertThat(all(1_500)).containsExactly(new Sending(next, MANIFEST, null));
    }

    @Test
    void doesNotServeAWantThatCrossedWithTheBlock() {
        Set<String> lacking = Set.of("a", "b", "c");
        lacking.forEach(node -> board.want(node, want(node, BLOCK), lacking, 0));
        all(0);
        board.want("a", want("a", BLOCK), lacking, 1_900);
        assertThat(all(2_900)).isEmpty();
    }

    @Test
    void servesAloneWhoMissedWhatWentToAll() {
        Set<String> lacking = Set.of("a", "b", "c");
        lacking.forEach(node -> board.want(node, want(node, BLOCK), lacking, 0));
        all(0);
        board.want("b", want("b", BLOCK), lacking, 3_000);
        assertThat(all(3_250)).containsExactly(new Sending(BLOCK, MANIFEST, "b"));
    }

    @Test
    void servesAllAgainWhenManyMissedIt() {
        Set<String> lacking = Set.of("a", "b", "c");
        lacking.forEach(node -> board.want(node, want(node, BLOCK), lacking, 0));
        all(0);
        lacking.forEach(node -> board.want(node, want(node, BLOCK), lacking, 3_000));
        assertThat(all(3_250)).containsExactly(new Sending(BLOCK, MANIFEST, null));
    }

    @Test
    void letsNodesTakeTurns() {
        board.want("big", want("big", names(64)), Set.of("big"), 0);
        board.want("small", want("small", BLOCK), Set.of(), 0);
        List<Sending> sent = all(0);
        assertThat(sent).hasSize(65);
        assertThat(sent.subList(0, 2)).extracting(Sending::node).contains("small");
    }

    @Test
    void keepsABoundOfWhatANodeWants() {
        for (int i = 0; i < 100; i++) {
            board.want("a", want("a", names(64, "round" + i)), Set.of("a"), 0);
        }
        assertThat(all(0)).hasSize(WantBoard.PENDING_OF_NODE_MAX);
    }

    @Test
    void servesABlockThatIsWantedTwiceOnce() {
        board.want("a", want("a", BLOCK), Set.of("a"), 0);
        board.want("a", want("a", BLOCK), Set.of("a"), 1);
        assertThat(all(1)).hasSize(1);
    }

    @Test
    void forgetsAllWhenTheLinkIsGone() {
        board.want("a", want("a", BLOCK), Set.of("a"), 0);
        board.clear();
        assertThat(all(0)).isEmpty();
    }

    /// Twenty nodes, each 64 blocks at once, all of them a little apart: no block goes out twice.
    @Test
    void sendsEachBlockOnceToTwentyNodesThatAskAtOnce() {
        Set<String> lacking = new HashSet<>();
        IntStream.range(0, 20).forEach(i -> lacking.add("edge-" + i));
        List<Sending> sent = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            String[] blocks = names(64, "round" + round);
            int start = round * 400;
            int node = 0;
            for (String one : lacking) {
                board.want(one, want(one, blocks), lacking, start + 10 * node++);
                sent.addAll(all(start + 10 * node));
            }
            sent.addAll(all(start + 399));
        }
        assertThat(sent).hasSize(640).extracting(Sending::node).containsOnlyNulls();
    }

    private List<Sending> all(long now) {
        List<Sending> sent = new ArrayList<>();
        for (Optional<Sending> next = board.next(now); ; next = board.next(now)) {
            if (next.isEmpty()) {
                return sent;
            }
            sent.add(next.get());
        }
    }

    private static Want want(String node, String... blocks) {
        return new Want(node, MANIFEST, List.of(blocks));
    }

    private static String[] names(int count) {
        return names(count, "many");
    }

    private static String[] names(int count, String seed) {
        return IntStream.range(0, count).mapToObj(i -> name(seed + i)).toArray(String[]::new);
    }

    private static String name(String seed) {
        return Sha256.of(seed.getBytes(StandardCharsets.UTF_8));
    }
}
