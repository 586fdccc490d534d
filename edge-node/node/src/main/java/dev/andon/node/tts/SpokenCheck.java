package dev.andon.node.tts;

import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measures;

import java.util.List;

/// Holds what is about to be said against what is written: the words are read back, and must give
/// the same measures in the same order.
///
/// It refuses more than it must: words that can be read in two ways (`one to twenty` for 1:20) are
/// refused though a person would understand them. What is refused is shown, not said.
public final class SpokenCheck {
    private final SpokenForm form;

    /// A check of this spoken form.
    public SpokenCheck(SpokenForm form) {
        this.form = form;
    }

    /// Whether every figure, unit, sign and limit of a sentence is heard as it is written. The
    /// digits of a code alone (`press-3`) may be heard as a number.
    public boolean keepsMeasures(String sentence) {
        List<Measure> written = measures(sentence);
        List<Measure> heard = measures(form.say(sentence));
        boolean codeOnly = written.isEmpty() && !WrittenCode.in(sentence).isEmpty();
        return codeOnly
                ? heard.stream().allMatch(measure -> measure.unit().isEmpty())
                : written.equals(heard);
    }

    private static List<Measure> measures(String text) {
        return Measures.in(text).stream().map(Measures.Found::measure).toList();
    }
}
