package dev.andon.node.command;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.Reply.Kind;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.node.dialog.Command.Reading.Wish;
import dev.andon.node.saying.Phrase;
import dev.andon.node.saying.Sayings;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Reads the last reply again in another way: all of it, where it stands, slower or faster.
record ReadingTalk(Sayings sayings) {
    Outcome read(Wish wish, Context context) {
        return switch (wish) {
            case WHOLE -> new Outcome(whole(context), context.matter());
            case WHICH_PAGE -> new Outcome(page(context), context.matter());
            case SLOWER -> paced(context, -1, "slower");
            case FASTER -> paced(context, 1, "faster");
        };
    }

    /// The pace holds from here on, this sentence included.
    private Outcome paced(Context context, int by, String key) {
        Matter matter = context.matter().paced(context.matter().pace() + by);
        return new Outcome(told(context, Phrase.of(key)), matter);
    }

    /// What the manual says where the reply stands, from its first word to its last.
    private Reply whole(Context context) {
        List<Citation> citations = citations(context.reply());
        if (citations.isEmpty()) {
            return told(context, Phrase.of("whole.none"));
        }
        String text = citations.getFirst().quote();
        return new Reply.Statement(
                Kind.TOLD, text, sentences(citations.getFirst()), citations.subList(0, 1));
    }

    /// A passage in a language without a voice is not read in the wrong one.
    private List<String> sentences(Citation citation) {
        String language = citation.manual().language();
        boolean hasVoice = language == null || language.startsWith(Sayings.VOICE);
        return hasVoice
                ? Sentences.split(citation.quote())
                : List.of(sayings.in(Sayings.VOICE, Phrase.of("whole.shown")));
    }

    private Reply page(Context context) {
        List<Citation> citations = citations(context.reply());
        if (citations.isEmpty()) {
            return told(context, Phrase.of("page.none"));
        }
        Citation place = citations.getFirst();
        String revision = place.manual().revision();
        String page = place.page().printed();
        Phrase where =
                Phrase.of(
                        "page",
                        place.manual().title(),
                        revision == null ? Phrase.NONE : Phrase.of("page.revision", revision),
                        page == null
                                ? Phrase.of("page.unnumbered")
                                : Phrase.of("page.number", page));
        Reply.Statement said = sayings.statement(Kind.TOLD, context.language(), where);
        return new Reply.Statement(said.kind(), said.text(), said.sentences(), List.of(place));
    }

    private static List<Citation> citations(@Nullable Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> answer.citations();
            case Reply.Statement statement -> statement.citations();
            case Reply.Refusal refusal when refusal.nearest() != null -> List.of(refusal.nearest());
            case null, default -> List.of();
        };
    }

    private Reply told(Context context, Phrase sentence) {
        return sayings.statement(Kind.TOLD, context.language(), sentence);
    }
}
