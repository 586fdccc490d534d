package dev.andon.knowledge.answer.speech;

import dev.andon.knowledge.answer.candidate.Candidate;
import dev.andon.knowledge.answer.candidate.ValueRow;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Asked.Kind;
import dev.andon.knowledge.answer.words.FirstLetter;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Words an answer for the voice: what was understood first, the value in the first sentence with
/// its unit last, the page and the revision at the end, at most [AnswerText#SPOKEN_WORDS_MAX]
/// words. Only a safety notice and the first step of a procedure may exceed that.
final class SpokenAnswer {
    private static final int STEPS_SPOKEN_MAX = 3;

    /// Kept free for the first step.
    private static final int WORDS_OF_A_STEP = 10;

    /// Headers that say no more than the unit does.
    private static final Pattern UNTOLD = Pattern.compile("(?i)quantity|amount|value");

    private static final List<String> COUNTS =
            List.of(
                    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");

    private final Asked asked;

    SpokenAnswer(Asked asked) {
        this.asked = asked;
    }

    /// What is said of one candidate, or of two that fit equally.
    Saying say(List<Candidate> chosen) {
        return switch (chosen.getFirst()) {
            case Candidate.Steps steps -> spokenSteps(steps);
            case Candidate.Sentence sentence -> spokenSentence(sentence);
            case Candidate.Row row ->
                    asked.kind() == Kind.VALUE ? spokenValues(chosen, row) : spokenRow(row);
        };
    }

    private Saying spokenValues(List<Candidate> chosen, Candidate.Row first) {
        Spoken spoken = new Spoken(first.citation());
        List<String> values =
                chosen.stream()
                        .filter(Candidate.Row.class::isInstance)
                        .map(Candidate.Row.class::cast)
                        .map(row -> value(row, ValueRow.read(asked, row).orElseThrow()))
                        .toList();
        spoken.sayOrCut(understood(values.getFirst()));
        return spoken.sayWhatFits(values.subList(1, values.size())).end();
    }

    /// A reply begins with the machine, as its register names it.
    private String understood(String first) {
        String machine = asked.question().machineName();
        return machine == null ? first : machine + ", " + FirstLetter.small(first);
    }

    private static String value(Candidate.Row row, ValueRow read) {
        String keys = read.keys().isEmpty() ? Place.heading(row.citation()) : listed(read.keys());
        if (read.values().size() == 1) {
            ValueRow.Value value = read.values().getFirst();
            String label = label(value);
            boolean told = label.isEmpty() || UNTOLD.matcher(label).matches();
            return keys + (told ? "" : ", " + label) + ": " + value.spoken();
        }
        return keys
                + ": "
                + read.values().stream()
                        .map(value -> (label(value) + " " + value.spoken()).strip())
                        .collect(Collectors.joining(", "));
    }

    // One after the other, as in a sentence: small letters but for the first.
    private static String listed(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> i == 0 ? names.get(i) : FirstLetter.small(names.get(i)))
                .collect(Collectors.joining(", "));
    }

    private static String label(ValueRow.Value value) {
        String label = value.label().replace(",", "");
        return label.equalsIgnoreCase("value") ? "" : FirstLetter.small(label);
    }

    /// Of a part its number, of a fault its remedy (or its cause, if that was asked); of other rows
    /// what fits. The rest is for more.
    private Saying spokenRow(Candidate.Row row) {
        TextRow read = TextRow.read(asked, row);
        Spoken spoken = new Spoken(row.citation()).sayOrCut(understood(read.subject()));
        int limit =
                switch (asked.kind()) {
                    case PART -> 0;
                    case FAULT -> 1;
                    case VALUE, HOW_TO, OPEN -> read.more().size();
                };
        List<String> more = read.more();
        int said = Math.min(limit, more.size());
        more.subList(0, said).forEach(each -> spoken.sayWhatFits(Sentences.split(each)));
        Saying saying = spoken.end();
        List<String> rest = new ArrayList<>(saying.rest());
        more.subList(said, more.size()).forEach(each -> rest.addAll(Sentences.split(each)));
        return new Saying(saying.sentences(), rest);
    }

    /// A step never without the notices and the lock-out before it.
    private Saying spokenSentence(Candidate.Sentence sentence) {
        String heading = Place.heading(sentence.citation());
        Spoken spoken = new Spoken(sentence.citation());
        if (sentence.block() instanceof Notice notice) {
            String signal = signal(notice);
            String lead = heading.isEmpty() ? signal : heading + ", " + FirstLetter.small(signal);
            return spoken.say(understood(lead + ": " + sentence.text())).end();
        }
        List<Block> before = SafetyBefore.of(sentence);
        String lead = heading.isEmpty() ? "" : heading + ": ";
        before.forEach(block -> spoken.say(SafetyBefore.said(block)));
        String said =
                before.isEmpty() ? understood(lead + sentence.text()) : lead + sentence.text();
        int leadEnd = said.length() - sentence.text().length();
        spoken.sayOrCut(said.substring(0, leadEnd), said.substring(leadEnd));
        Sentences.split(sentence.following()).forEach(spoken::leave);
        return spoken.endAt(sentence.text().endsWith(":"));
    }

    private static String signal(Notice notice) {
        return FirstLetter.capital(notice.signal().name().toLowerCase(Locale.ROOT));
    }

    /// What it is about, then dangers and warnings whatever their length, other notices and needs
    /// where there is room, and at least one step.
    private Saying spokenSteps(Candidate.Steps steps) {
        Spoken spoken = new Spoken(steps.citation());
        String heading = Place.heading(steps.citation());
        if (!heading.isEmpty()) {
            spoken.say(understood(heading));
        }
        for (Notice notice : steps.notices()) {
            String said = signal(notice) + ": " + notice.text();
            if (notice.signal().compareTo(Signal.WARNING) <= 0
                    || Sentences.words(said) <= spoken.room() - WORDS_OF_A_STEP) {
                spoken.say(said);
            }
        }
        for (Item need : steps.needs()) {
            if (Sentences.words(need.text()) <= spoken.room() - WORDS_OF_A_STEP) {
                spoken.say(need.text());
            }
        }
        int said = 0;
        for (Step step : steps.steps()) {
            boolean fits = Sentences.words(step.text()) <= spoken.room();
            if (said == STEPS_SPOKEN_MAX || (said > 0 && !fits)) {
                break;
            }
            spoken.say(step.text());
            said++;
        }
        int left = steps.steps().size() - said;
        steps.steps().subList(said, steps.steps().size()).forEach(s -> spoken.leave(s.text()));
        return left == 0
                ? spoken.end()
                : spoken.end(moreSteps(left), steps.steps().get(said).page());
    }

    /// In words: a digit in a reply is always the manual's.
    private static String moreSteps(int count) {
        String number = count < COUNTS.size() ? COUNTS.get(count) + " more" : "more";
        return FirstLetter.capital(number + (count == 1 ? " step" : " steps"));
    }
}
