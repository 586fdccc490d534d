package dev.andon.node.tts;

import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measures;

import java.util.List;

/// Holds what is about to be said against what is written: the words are read back, and must give
/// the same measures in the same order, and the same codes.
///
/// It refuses more than it must: words that can be read in two ways (`one to twenty` for 1:20) are
/// refused though a person would understand them. What is refused is shown, not said.
public final class SpokenCheck {
    private final SpokenForm form;

    /// A check of this spoken form.
    public SpokenCheck(SpokenForm form) {
        this.form = form;
    }

    /// Whether everything that must not be misheard is heard as it is written.
    public boolean keeps(String sentence) {
        return keepsMeasures(sentence) && keepsCodes(sentence);
    }

    /// Whether every figure, unit, sign and limit of a sentence is heard as it is written. The
    /// digits of codes alone (`press-3`) may be heard as numbers without a unit.
    public boolean keepsMeasures(String sentence) {
        List<Measure> written = measures(sentence);
        List<Measure> heard = measures(form.say(sentence));
        return written.isEmpty()
                ? heard.stream().allMatch(measure -> measure.unit().isEmpty())
                : written.equals(heard);
    }

    /// Whether every fault code, thread and part number is heard digit by digit as it is written.
    public boolean keepsCodes(String sentence) {
        List<WrittenCode> codes = WrittenCode.in(sentence);
        if (codes.isEmpty()) {
            return true;
        }
        HeardCodes heard = HeardCodes.of(form.say(sentence));
        return codes.stream().allMatch(code -> heard.has(code.canonical()));
    }

    private static List<Measure> measures(String text) {
        return Measures.in(text).stream().map(Measures.Found::measure).toList();
    }
}
