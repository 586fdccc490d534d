/// The rules by which a written sentence is said in English: one class a kind of thing that is
/// written otherwise than said. [EnglishRules] is the order in which they apply.
///
/// Each rule rewrites the text; earlier rules may leave digits and units for later ones ("45-50 Nm"
/// becomes "45 to 50 Nm"). What is said already is lower case words and single capitals, which no
/// later rule touches. Never knows: which voice speaks.
@NullMarked
package dev.andon.node.tts.spoken;

import org.jspecify.annotations.NullMarked;
