/// How well Andon is spoken with, measured: [DialogueEvaluation] says the tasks of the
/// [DialogueSet]s to a node at the demonstration plant, typed and by voices that the speech model
/// never heard, clean and in the noise of a workshop; [OpeningDialogue] goes on as a person would
/// until an incident stands; [DialogueScores] makes figures of what came of it.
///
/// The tasks stand beside the question sets in the resources; their form is told in the `README.md`
/// there. Never knows: the engines.
@NullMarked
package dev.andon.node.eval.dialogue;

import org.jspecify.annotations.NullMarked;
