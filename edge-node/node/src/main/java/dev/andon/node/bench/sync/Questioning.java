package dev.andon.node.bench.sync;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.node.EdgeNode;
import dev.andon.node.demo.DemoFleet;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.Turn;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Pattern;

/// Many people who ask the same question again and again, each on a thread; every answer is judged.
final class Questioning implements AutoCloseable {
    private static final String QUESTION =
            "What is the torque for the hoist motor mounting bolts on the palletiser?";
    private static final String MACHINE = "palletiser-1";
    private static final Pattern OLD_VALUE = Pattern.compile("\\b46\\b\\D{1,24}\\b50\\b");
    private static final Pattern NEW_VALUE = Pattern.compile("\\b52\\b\\D{1,24}\\b56\\b");

    private final AtomicLongArray heard = new AtomicLongArray(Judged.values().length);
    private final AtomicLong firstNew = new AtomicLong();
    private final Set<Integer> heardNew = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    /// What an answer is of.
    enum Judged {
        /// Cites revision C and says its value.
        OLD,
        /// Cites revision D and says its value.
        NEW,
        /// Cites one and says the value of the other, or has something of both.
        MIXED,
        /// No answer, or one from elsewhere.
        NEITHER
    }

    private Questioning() {}

    static Questioning begin(EdgeNode node, int askers) {
        Questioning questioning = new Questioning();
        for (int i = 0; i < askers; i++) {
            int asker = i;
            Turn turn = node.turn();
            questioning.threads.add(
                    Thread.ofPlatform()
                            .name("asker-" + i)
                            .start(() -> questioning.ask(turn, asker)));
        }
        return questioning;
    }

    private void ask(Turn turn, int asker) {
        while (!ended) {
            Reply[] last = new Reply[1];
            turn.run(
                    new TurnInput.Typed(QUESTION, MACHINE),
                    new Conversation(),
                    null,
                    event -> {
                        if (event instanceof TurnEvent.Replied replied) {
                            last[0] = replied.reply();
                        }
                    });
            Judged judged = last[0] instanceof Reply.Answer answer ? judge(answer) : Judged.NEITHER;
            heard.incrementAndGet(judged.ordinal());
            if (judged == Judged.NEW) {
                firstNew.compareAndSet(0, System.nanoTime());
                heardNew.add(asker);
            }
        }
    }

    /// Public knowledge of the demonstration: 46 to 50 N·m in revision C, 52 to 56 in D.
    static Judged judge(Reply.Answer answer) {
        StringBuilder said = new StringBuilder(answer.text());
        answer.sentences().forEach(sentence -> said.append('\n').append(sentence));
        boolean oldSaid = OLD_VALUE.matcher(said).find();
        boolean newSaid = NEW_VALUE.matcher(said).find();
        boolean oldCited = cites(answer, "C");
        boolean newCited = cites(answer, "D");
        if ((oldSaid || oldCited) && (newSaid || newCited)) {
            return Judged.MIXED;
        }
        if (oldSaid && oldCited) {
            return Judged.OLD;
        }
        return newSaid && newCited ? Judged.NEW : Judged.NEITHER;
    }

    private static boolean cites(Reply.Answer answer, String revision) {
        return answer.citations().stream()
                .map(Citation::manual)
                .anyMatch(
                        manual ->
                                manual.id().equals(DemoFleet.DOCUMENT)
                                        && revision.equals(manual.revision()));
    }

    /// How many answers were so.
    long heard(Judged judged) {
        return heard.get(judged.ordinal());
    }

    /// Whether each has had an answer from the new revision.
    boolean everybodyHeardNew() {
        return heardNew.size() == threads.size();
    }

    /// When the first of these came, [System#nanoTime].
    long firstNewAt() {
        return firstNew.get();
    }

    @Override
    public void close() {
        ended = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
