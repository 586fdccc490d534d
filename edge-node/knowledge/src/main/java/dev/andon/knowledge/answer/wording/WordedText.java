package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.speech.Place;
import dev.andon.knowledge.answer.words.FirstLetter;
import dev.andon.knowledge.retrieval.Citation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The written reply: what the model worded, where that stands, the quote, and remarks.
final class WordedText {
    private final List<String> worded = new ArrayList<>();
    private final Set<String> places = new LinkedHashSet<>();
    private final List<Citation> cited = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String quote = "";
    private boolean quoteCameFirst;

    void worded(String sentence, Citation citation) {
        worded.add(sentence);
        cited.add(citation);
        places.add("(" + Place.withTitle(citation) + ")");
    }

    void quoted(Reply.Answer answer) {
        quote = answer.text();
        quoteCameFirst = worded.isEmpty();
    }

    void note(String note) {
        notes.add(note);
    }

    boolean isEmpty() {
        return worded.isEmpty() && quote.isEmpty();
    }

    Reply.Mode mode() {
        return worded.isEmpty() ? Reply.Mode.QUOTE : Reply.Mode.MODEL;
    }

    /// Where the first worded sentence stands, as a sentence.
    String place() {
        return FirstLetter.capital(Place.of(cited.getFirst())) + ".";
    }

    String text() {
        List<String> lines = new ArrayList<>();
        if (quoteCameFirst && !quote.isEmpty()) {
            lines.add(quote);
        }
        if (!worded.isEmpty()) {
            lines.add(String.join(" ", worded));
            lines.addAll(places);
        }
        if (!quoteCameFirst && !quote.isEmpty()) {
            lines.add(quote);
        }
        lines.addAll(notes);
        return String.join("\n", lines);
    }
}
