package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.answer.Answerer;
import dev.andon.knowledge.answer.Answering;
import dev.andon.knowledge.answer.Exchange;
import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.answer.LanguageModel;
import dev.andon.knowledge.answer.MistralPrompt;
import dev.andon.knowledge.answer.Prompt;
import dev.andon.knowledge.answer.QuoteAnswerer;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.egress.RemotePolicy;
import dev.andon.knowledge.answer.egress.Sending;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Lets a language model word the answer, and holds every sentence against the manual before it is
/// said.
///
/// The quote comes first in every sense: what [QuoteAnswerer] refuses stays refused and what it
/// asks back is asked back, before any model is asked; steps, safety notices and part numbers are
/// said in its words alone; and where the model is late, dead, or says nothing that the manual
/// says, the quote is the reply.
public final class WordAnswerer implements Answerer {
    /// Words that an addition to a quote needs at least.
    private static final int ADDITION_WORDS_MIN = 6;

    private static final int SEED = 1;

    private final LanguageModel model;
    private final QuoteAnswerer quotes;
    private final Grounding grounding;
    private final WordingLimits limits;
    private final @Nullable RemotePolicy remote;

    /// @param model that words
    /// @param quotes that decides and is the fallback
    /// @param grounding holds sentences against the manual
    /// @param remote what may be sent to the model; null if it runs on this box
    public WordAnswerer(
            LanguageModel model,
            QuoteAnswerer quotes,
            Grounding grounding,
            WordingLimits limits,
            @Nullable RemotePolicy remote) {
        this.model = model;
        this.quotes = quotes;
        this.grounding = grounding;
        this.limits = limits;
        this.remote = remote;
    }

    /// Has a model evaluate the part that all prompts begin with, so that no question waits for it.
    /// Waits until that is done.
    ///
    /// @throws dev.andon.knowledge.StageException the model does not answer
    public static void warmUp(LanguageModel model, Duration timeMax) {
        Prompt beginning = new Prompt(PromptBudget.INSTRUCTION, "", "");
        try (Stream<String> pieces =
                model.generate(beginning, new GenerationLimits(1, timeMax, SEED, 0, null))) {
            pieces.forEach(_ -> {});
        }
    }

    @Override
    public Reply answer(Question question, List<Passage> passages) {
        try (Answering answering = begin(question, passages, List.of())) {
            String sentence = answering.nextSentence();
            while (sentence != null) {
                sentence = answering.nextSentence();
            }
            return Objects.requireNonNull(answering.reply());
        }
    }

    @Override
    public Answering begin(Question question, List<Passage> passages, List<Exchange> earlier) {
        Reply reply = quotes.answer(question, passages);
        return reply instanceof Reply.Answer quote
                        && Wordable.is(question, quote, passages)
                        && hasRoom(quote)
                ? word(question, quote, passages, earlier)
                : Answering.of(reply);
    }

    /// Beside a long quote that is spoken first there is nothing to add.
    private boolean hasRoom(Reply.Answer quote) {
        int words = quote.sentences().stream().mapToInt(Sentences::words).sum();
        return !limits.quoteFirst() || words + ADDITION_WORDS_MIN <= WordingLimits.WORDS_MAX;
    }

    private Answering word(
            Question question, Reply.Answer quote, List<Passage> passages, List<Exchange> earlier) {
        if (remote != null && !remote.allows(quote.citations())) {
            return Answering.of(
                    new Reply.Answer(
                            quote.text() + "\n" + RemotePolicy.KEPT,
                            quote.sentences(),
                            quote.citations(),
                            quote.mode(),
                            quote.rest()));
        }
        List<Passage> sendable = remote == null ? passages : remote.allowed(passages);
        List<Exchange> tellable =
                earlier.stream().filter(exchange -> mayBeSent(exchange.reply())).toList();
        Sending sending = new Sending(remote);
        ModelSentences sentences =
                ModelSentences.start(
                        () -> ask(question, quotedFirst(quote, sendable), tellable, sending));
        return new WordedAnswering(
                new WordedAnswering.Task(
                        quote, Wordable.wanted(question, quote), Lead.of(question), limits),
                sentences,
                grounding.of(question, sendable),
                sending);
    }

    private boolean mayBeSent(Reply earlier) {
        return remote == null
                || earlier instanceof Reply.Answer answer && remote.allows(answer.citations());
    }

    /// Runs on the thread of [ModelSentences].
    private Stream<String> ask(
            Question question, List<Passage> passages, List<Exchange> earlier, Sending sending) {
        model.requireReady();
        PromptBudget budget =
                new PromptBudget(limits, remote == null ? model::tokens : TokenEstimate::of);
        PromptBudget.Filled filled = budget.fill(question, passages, earlier);
        sending.tell(model.name(), MistralPrompt.text(filled.prompt()), filled.passages());
        return model.generate(
                filled.prompt(),
                new GenerationLimits(limits.tokensMax(), limits.timeMax(), SEED, 0, null));
    }

    /// What the quote stands on goes first, so that it is in the prompt whatever its length.
    private static List<Passage> quotedFirst(Reply.Answer quote, List<Passage> passages) {
        List<Passage> ordered = new ArrayList<>();
        passages.stream().filter(passage -> isQuoted(passage, quote)).forEach(ordered::add);
        passages.stream().filter(passage -> !isQuoted(passage, quote)).forEach(ordered::add);
        return ordered;
    }

    private static boolean isQuoted(Passage passage, Reply.Answer quote) {
        return quote.citations().stream().anyMatch(citation -> isQuoted(passage, citation));
    }

    private static boolean isQuoted(Passage passage, Citation citation) {
        return passage.manual().equals(citation.manual())
                && passage.page().equals(citation.page())
                && passage.heading().equals(citation.heading());
    }
}
