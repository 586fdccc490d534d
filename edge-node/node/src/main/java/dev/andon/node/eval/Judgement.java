package dev.andon.node.eval;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Rankings.Place;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A reply beside what was expected.
///
/// @param model of the machine that it was asked at; null if none or unknown
public record Judgement(Asked asked, @Nullable String model) {
    private static final Pattern PLACE =
            Pattern.compile("\\b(page|revision|section)\\s+[\\w.-]+", Pattern.CASE_INSENSITIVE);

    ExamQuestion question() {
        return asked.question();
    }

    Expectation expect() {
        return question().expect();
    }

    /// `answer`, `refusal`, `clarification`, `statement`, or `none`.
    String kind() {
        return switch (asked.reply()) {
            case null -> "none";
            case Reply.Answer _ -> "answer";
            case Reply.Refusal _ -> "refusal";
            case Reply.Clarification _ -> "clarification";
            case Reply.Statement _ -> "statement";
        };
    }

    boolean answered() {
        return asked.reply() instanceof Reply.Answer;
    }

    String text() {
        return asked.reply() == null ? "" : asked.reply().text();
    }

    /// What is said of the matter itself: the numbers of the cited page and revision are left out.
    String matter() {
        return PLACE.matcher(text()).replaceAll(" ");
    }

    /// Everything as expected.
    boolean right() {
        return faults().isEmpty();
    }

    /// What is wrong, for a person; empty if all is right.
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (asked.failure() != null) {
            faults.add("failed: " + asked.failure());
        }
        if (!kind().equals(expect().kind())) {
            faults.add("%s instead of %s".formatted(kind(), expect().kind()));
        } else {
            expect().missingFrom(matter()).forEach(value -> faults.add("lacks " + value));
            if (answered() && !pageExact()) {
                faults.add("cites another page");
            }
        }
        forbidden().forEach(value -> faults.add("says " + value));
        if (wrongManual()) {
            faults.add("cites another machine's manual");
        }
        if (wrongRevision()) {
            faults.add("cites another revision");
        }
        return faults;
    }

    /// The values are the expected ones; where the answer stands does not matter here.
    boolean valuesExact() {
        return expect().missingFrom(matter()).isEmpty() && forbidden().isEmpty();
    }

    /// The first citation stands where the answer does.
    boolean pageExact() {
        Citation first = firstCitation();
        return first != null && expect().onPage(first.page());
    }

    /// The answer is about another machine or part than the question: another machine's manual, a
    /// value of another row, or a machine chosen where it had to be asked which.
    boolean wrongMachine() {
        boolean chosen = answered() && question().category() == Category.AMBIGUOUS;
        boolean values = question().category() != Category.WRONG_REVISION && !forbidden().isEmpty();
        return wrongManual() || chosen || values;
    }

    boolean wrongRevision() {
        Citation first = firstCitation();
        boolean cited =
                first != null
                        && expect().revision() != null
                        && first.manual().id().equals(expect().manual())
                        && !expect().revision().equals(first.manual().revision());
        boolean values = question().category() == Category.WRONG_REVISION && !forbidden().isEmpty();
        return cited || values;
    }

    int words() {
        return asked.spoken().stream().mapToInt(said -> said.strip().split("\\s+").length).sum();
    }

    /// The rank, from 1, of the first passage of the turn that has the answer; 0 if none has.
    int rank() {
        return rank(
                asked.passages().stream()
                        .map((Passage passage) -> new Place(passage.path(), passage.page()))
                        .toList());
    }

    /// The same in another ranking.
    int rank(List<Place> places) {
        for (int i = 0; i < places.size(); i++) {
            if (expect().at(places.get(i).path(), places.get(i).page())) {
                return i + 1;
            }
        }
        return 0;
    }

    @Nullable Citation firstCitation() {
        return asked.reply() instanceof Reply.Answer answer ? answer.citations().getFirst() : null;
    }

    private List<String> forbidden() {
        return answered() ? expect().forbiddenIn(matter()) : List.of();
    }

    private boolean wrongManual() {
        Citation first = firstCitation();
        if (first == null) {
            return false;
        }
        Manual manual = first.manual();
        boolean other = expect().manual() != null && !expect().manual().equals(manual.id());
        boolean unfit =
                model != null
                        && !manual.models().isEmpty()
                        && manual.models().stream().noneMatch(model::equalsIgnoreCase);
        return other || unfit;
    }
}
