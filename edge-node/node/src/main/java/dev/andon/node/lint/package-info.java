/// What of the register the loaded speech model cannot hear. A register and the model's words in,
/// findings with proposals out.
///
/// Never knows: how the model is loaded, who reads the findings.
@NullMarked
package dev.andon.node.lint;

import org.jspecify.annotations.NullMarked;
