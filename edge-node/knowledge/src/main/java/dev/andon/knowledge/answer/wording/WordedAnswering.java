package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.answer.Answering;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.SelectAnswerer;
import dev.andon.knowledge.answer.egress.RemotePolicy;
import dev.andon.knowledge.answer.egress.Sending;
import dev.andon.knowledge.answer.grounding.Verdict;
import dev.andon.knowledge.answer.wording.ModelSentences.Heard;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.retrieval.Citation;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// The model's grounded sentences as they come, and the quote where they do not.
///
/// The model speaks first: its sentences, the place, and the whole quote instead if it said nothing
/// that the manual says, or not the value that was asked for, in time. If it dies in the middle,
/// what was said stays said and the quote follows.
///
/// The quote is spoken first: the quote, then whatever grounded sentences come soon after and add
/// something.
final class WordedAnswering implements Answering {
    /// Said once with an answer that the model should have worded and did not.
    static final String WITHOUT_MODEL = "Answered without the language model.";

    private static final Logger LOG = LoggerFactory.getLogger(WordedAnswering.class);

    private final Task task;
    private final ModelSentences model;
    private final Function<String, Verdict> check;
    private final Sending sending;
    private final WordedText text = new WordedText();
    private final Said said = new Said();
    private final Deque<String> ready = new ArrayDeque<>();
    private final long beganNanos = System.nanoTime();
    private long deadlineNanos;
    private OptionalLong firstWordsNanos = OptionalLong.empty();
    private boolean over;

    WordedAnswering(
            Task task, ModelSentences model, Function<String, Verdict> check, Sending sending) {
        this.task = task;
        this.model = model;
        this.check = check;
        this.sending = sending;
        this.deadlineNanos = beganNanos + task.limits().firstSentenceMax().toNanos();
        if (task.limits().quoteFirst()) {
            text.quoted(task.quote());
            sayQuote();
        }
    }

    /// What is to be answered.
    ///
    /// @param quote that answers in any case
    /// @param wanted one of these must be in the first sentence; empty for no such need
    /// @param lead that the first sentence begins with
    record Task(Reply.Answer quote, Set<Measure> wanted, Lead lead, WordingLimits limits) {
        Task {
            wanted = Set.copyOf(wanted);
        }
    }

    @Override
    public @Nullable String nextSentence() {
        while (ready.isEmpty() && !over) {
            listen();
        }
        if (firstWordsNanos.isEmpty()) {
            firstWordsNanos = OptionalLong.of(System.nanoTime());
        }
        String next = ready.poll();
        if (next != null) {
            deadlineNanos = System.nanoTime() + task.limits().pauseMax().toNanos();
        }
        return next;
    }

    private void listen() {
        Duration left = Duration.ofNanos(deadlineNanos - System.nanoTime());
        switch (model.next(left)) {
            case Heard.Sentence(String sentence) -> consider(sentence);
            case Heard.End _ -> end();
            case Heard.Broken(var failure) -> endWithout(failure.code(), failure.getMessage());
            case Heard.Late _ -> late();
        }
    }

    private void consider(String said) {
        String sentence = text.isEmpty() ? task.lead().without(said) : said;
        switch (check.apply(sentence)) {
            case Verdict.Grounded(Citation citation) -> accept(sentence, citation);
            case Verdict.Replaced(String verbatim, Citation citation) -> accept(verbatim, citation);
            case Verdict.Rejected(String reason) ->
                    LOG.debug("A sentence of the model was not spoken: {}", reason);
        }
    }

    private void accept(String grounded, Citation citation) {
        String sentence = text.isEmpty() ? task.lead().before(grounded) : grounded;
        if (text.isEmpty() && !hasWantedValue(grounded)) {
            LOG.debug("A sentence of the model was not spoken: it lacks the value asked for");
        } else if (task.limits().quoteFirst() && isQuoted(citation)) {
            LOG.debug("A sentence of the model was not spoken: the quote says the same");
        } else if (!said.isSilent() && !said.hasRoomFor(sentence)) {
            end();
        } else if (said.say(sentence)) {
            said.cite(citation);
            text.worded(sentence, citation);
            ready.add(sentence);
        }
    }

    private boolean isQuoted(Citation citation) {
        return task.quote().citations().stream()
                .filter(quoted -> quoted.manual().equals(citation.manual()))
                .anyMatch(
                        quoted ->
                                quoted.quote().contains(citation.quote())
                                        || citation.quote().contains(quoted.quote()));
    }

    private boolean hasWantedValue(String sentence) {
        return task.wanted().isEmpty()
                || !Collections.disjoint(task.wanted(), Wordable.measures(sentence));
    }

    /// The model has said all that it has to say, or all that is wanted.
    private void end() {
        if (text.isEmpty()) {
            text.quoted(task.quote());
            sayQuote();
        } else if (!task.limits().quoteFirst()) {
            sayLast(text.place());
        }
        finish();
    }

    private void late() {
        if (task.limits().quoteFirst()) {
            end();
        } else {
            endWithout("model-late", "no sentence that may be spoken came in time");
        }
    }

    /// What was said stays said; the rest is the quote's.
    private void endWithout(String code, @Nullable String why) {
        LOG.warn("Answered without the language model ({}): {}", code, why);
        if (!task.limits().quoteFirst()) {
            text.quoted(task.quote());
            sayQuote();
        }
        text.note(SelectAnswerer.WITHOUT_MODEL);
        sayLast(WITHOUT_MODEL);
        finish();
    }

    private void sayQuote() {
        said.cite(task.quote().citations());
        task.quote().sentences().stream().filter(said::say).forEach(ready::add);
    }

    private void sayLast(String sentence) {
        if (said.say(sentence)) {
            ready.add(sentence);
        }
    }

    private void finish() {
        model.close();
        if (sending.sent()) {
            text.note(RemotePolicy.ASKED);
            sayLast(RemotePolicy.ASKED);
        }
        over = true;
    }

    @Override
    public @Nullable Reply reply() {
        return over || task.limits().quoteFirst() ? said.answer(text.text(), text.mode()) : null;
    }

    @Override
    public OptionalLong firstWordsNanos() {
        return task.limits().quoteFirst() || model.firstTokenNanos().isEmpty()
                ? firstWordsNanos
                : model.firstTokenNanos();
    }

    @Override
    public void close() {
        model.close();
    }
}
