package dev.andon.node.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.register.AssetRegister;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Answerer;
import dev.andon.knowledge.answer.Answering;
import dev.andon.knowledge.answer.Exchange;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.tts.Pace;
import dev.andon.node.tts.Speech;
import dev.andon.node.tts.SpeechSynthesizer;
import dev.andon.node.tts.SpokenForm;
import dev.andon.node.vad.EndpointLimits;
import dev.andon.node.vad.Endpointer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// The order in which a reply is shown and said, whoever words it.
final class TurnTest {
    @TempDir Path folder;

    private static final Reply QUOTE = reply("The quote.");
    private static final Reply GROWN = reply("The quote.", "An addition.");

    private final List<TurnEvent> events = new ArrayList<>();
    private final Conversation conversation = new Conversation();
    private @Nullable String notice;
    private final List<AudioChunk> played = new ArrayList<>();

    @Test
    void showsAWholeReplyBeforeItSaysIt() {
        run(new Scripted(GROWN.sentences(), List.of(GROWN, GROWN, GROWN)), new Ear());
        assertThat(told()).containsExactly("replied", "The quote.", "An addition.");
        assertThat(played).hasSize(2);
    }

    @Test
    void saysAWordedReplySentenceBySentenceAndShowsItAtItsEnd() {
        List<@Nullable Reply> known = new ArrayList<>();
        known.add(null);
        known.add(null);
        known.add(GROWN);
        run(new Scripted(GROWN.sentences(), known), new Ear());
        assertThat(told()).containsExactly("The quote.", "An addition.", "replied");
    }

    @Test
    void showsAQuoteAgainWhenAModelHasAddedToIt() {
        run(new Scripted(GROWN.sentences(), List.of(QUOTE, GROWN, GROWN)), new Ear());
        assertThat(told()).containsExactly("replied", "The quote.", "replied", "An addition.");
        assertThat(conversation.lastReply()).isEqualTo(GROWN);
        assertThat(conversation.exchanges()).extracting(Exchange::reply).containsExactly(GROWN);
    }

    @Test
    void showsAndDoesNotSayASentenceThatCanBeHeardInTwoWays() {
        Reply twoWays = reply("Gear ratio 1:20, 5 bar.", "The quote.");
        run(new Scripted(twoWays.sentences(), List.of(twoWays, twoWays, twoWays)), new Ear());
        assertThat(told()).containsExactly("replied", "The value is on the screen.", "The quote.");
        TurnEvent.Replied replied =
                events.stream()
                        .filter(TurnEvent.Replied.class::isInstance)
                        .map(TurnEvent.Replied.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(replied.reply()).isEqualTo(twoWays);
        assertThat(replied.spoken()).containsExactly("The value is on the screen.", "The quote.");
    }

    @Test
    void endsTheAnsweringWhenTheListenerInterrupts() {
        Scripted scripted = new Scripted(GROWN.sentences(), List.of(QUOTE, GROWN, GROWN));
        run(scripted, new DeafEar());
        assertThat(scripted.closed).isTrue();
        assertThat(events.getLast()).isInstanceOf(TurnEvent.Finished.class);
        assertThat(told()).startsWith("replied", "The quote.").doesNotContain("An addition.");
    }

    @Test
    void tellsWhenTheFirstWordsAndTheFirstSentenceWereKnown() {
        run(new Scripted(QUOTE.sentences(), List.of(QUOTE, QUOTE)), null);
        TurnTimings times = ((TurnEvent.Finished) events.getLast()).timings();
        assertThat(times.firstToken()).isNotNull().isLessThanOrEqualTo(times.firstSentence());
        assertThat(times.firstSentence()).isLessThanOrEqualTo(times.total());
        assertThat(times.firstAudio()).isNull();
    }

    @Test
    void saysWhatThereIsToSayOfTheNodeBehindTheReply() {
        notice = "The disk is full.";
        run(new Scripted(QUOTE.sentences(), List.of(QUOTE, QUOTE)), null);
        assertThat(told()).containsExactly("replied");
        events.clear();
        run(new Scripted(QUOTE.sentences(), List.of(QUOTE, QUOTE)), new Ear());
        assertThat(told()).containsExactly("replied", "The quote.", "The disk is full.");
    }

    private void run(Scripted scripted, @Nullable AudioSink sink) {
        Stages stages =
                new Stages(
                        Endpointer.pushToTalk(EndpointLimits.DEFAULT),
                        () -> {
                            throw new AssertionError("nothing is heard");
                        },
                        Talk.interpreter(AssetRegister.empty()),
                        Talk.commands(folder),
                        _ -> List.of(),
                        scripted,
                        SpokenForm.english(),
                        Voice::new);
        new Turn(() -> notice, stages)
                .run(
                        new TurnInput.Typed("What does the manual say?", null),
                        conversation,
                        sink,
                        events::add);
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (TurnEvent event : events) {
            if (event instanceof TurnEvent.Replied) {
                told.add("replied");
            } else if (event instanceof TurnEvent.Speaking(String words)) {
                told.add(words);
            }
        }
        return told;
    }

    private static Reply reply(String... sentences) {
        return new Reply.Clarification(String.join(" ", sentences), List.of(sentences), List.of());
    }

    /// Answers with these sentences; after each, and after the last, it knows the next reply.
    private static final class Scripted implements Answerer, Answering {
        private final Iterator<String> sentences;
        private final Iterator<? extends @Nullable Reply> known;
        private boolean closed;

        Scripted(List<String> sentences, List<? extends @Nullable Reply> known) {
            this.sentences = sentences.iterator();
            this.known = known.iterator();
        }

        @Override
        public Reply answer(Question question, List<Passage> passages) {
            throw new AssertionError("a turn pulls");
        }

        @Override
        public Answering begin(Question question, List<Passage> passages, List<Exchange> earlier) {
            return this;
        }

        @Override
        public @Nullable String nextSentence() {
            return sentences.hasNext() ? sentences.next() : null;
        }

        @Override
        public @Nullable Reply reply() {
            return known.next();
        }

        @Override
        public OptionalLong firstWordsNanos() {
            return OptionalLong.of(System.nanoTime());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class Ear implements AudioSink {
        @Override
        public void play(AudioChunk chunk) {
            played.add(chunk);
        }

        @Override
        public void close() {}
    }

    private static final class DeafEar implements AudioSink {
        @Override
        public void play(AudioChunk chunk) {
            throw new StageException(Stage.WEB, "cancelled", "The turn was cancelled");
        }

        @Override
        public void close() {}
    }

    /// A voice of one chunk a sentence.
    private static final class Voice implements SpeechSynthesizer {
        @Override
        public Speech synthesize(String words, Pace pace) {
            return new Utterance(words);
        }

        @Override
        public Set<String> languages() {
            return Set.of("en");
        }

        @Override
        public void close() {}
    }

    private static final class Utterance implements Speech {
        private final String words;
        private boolean said;

        Utterance(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }

        @Override
        public AudioFormat format() {
            return AudioFormat.SPEECH;
        }

        @Override
        public @Nullable AudioChunk read() {
            boolean first = !said;
            said = true;
            return first ? AudioChunk.of(AudioFormat.SPEECH, new short[160]) : null;
        }

        @Override
        public void close() {}
    }
}
