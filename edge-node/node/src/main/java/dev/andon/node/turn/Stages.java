package dev.andon.node.turn;

import dev.andon.knowledge.answer.Answerer;
import dev.andon.knowledge.retrieval.Retriever;
import dev.andon.node.command.Commands;
import dev.andon.node.dialog.Interpreter;
import dev.andon.node.stt.SpeechRecognizer;
import dev.andon.node.tts.SpeechSynthesizer;
import dev.andon.node.tts.SpokenForm;
import dev.andon.node.vad.Endpointer;

import java.util.function.Supplier;

/// The stages of a turn in the order in which it passes them. The two engines that only spoken
/// turns need come from suppliers, so that a typed question does not wait for them.
public record Stages(
        Endpointer endpointer,
        Supplier<SpeechRecognizer> recognizer,
        Interpreter interpreter,
        Commands commands,
        Retriever retriever,
        Answerer answerer,
        SpokenForm spokenForm,
        Supplier<SpeechSynthesizer> synthesizer) {}
