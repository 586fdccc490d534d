package dev.andon.node.tts;

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

    /// Whether every figure, unit, sign and limit of a sentence is heard as it is written.
    public boolean keepsMeasures(String sentence) {
        return measures(sentence).equals(measures(form.say(sentence)));
    }

    private static List<Measure> measures(String text) {
        return Measures.in(text).stream().map(Measures.Found::measure).toList();
    }
}
