package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Quantity;
import dev.andon.knowledge.answer.words.FirstLetter;
import dev.andon.knowledge.retrieval.Question;

import java.util.Locale;
import java.util.Optional;

/// What was understood, with which every answer begins: the machine, and what of it was asked for
/// (`Palletiser, torque: `). It comes from the question as it was read, never from a model.
///
/// @param words empty where no machine is known by name
record Lead(String words) {
    private static final String END = ": ";

    static Lead of(Question question) {
        String machine = question.machineName();
        return new Lead(machine == null ? "" : machine + quantity(question) + END);
    }

    /// The sentence behind the lead; a lead that the model said of its own accord is not doubled.
    String before(String sentence) {
        return words.isEmpty() ? sentence : words + FirstLetter.small(without(sentence));
    }

    /// What the model says beside the lead.
    String without(String sentence) {
        boolean has = sentence.regionMatches(true, 0, words, 0, words.length());
        return has ? sentence.substring(words.length()).strip() : sentence;
    }

    private static String quantity(Question question) {
        Optional<Quantity> asked = Asked.read(question).quantity();
        return asked.filter(Lead::isNamedByItsWord)
                .map(quantity -> ", " + quantity.name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /// A clearance is a length, and was not understood as one.
    private static boolean isNamedByItsWord(Quantity quantity) {
        return switch (quantity) {
            case TORQUE,
                    PRESSURE,
                    TEMPERATURE,
                    VOLTAGE,
                    CURRENT,
                    POWER,
                    RESISTANCE,
                    FREQUENCY,
                    SPEED ->
                    true;
            case LENGTH, MASS, VOLUME, TIME, NOISE, AMOUNT, MONEY -> false;
        };
    }
}
