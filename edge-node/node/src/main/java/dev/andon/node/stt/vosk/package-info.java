/// [VoskRecognizer] hears with Vosk; [GraphCompiler] teaches a model the plant's words.
///
/// The compiler's path, file by file: [Lexicon] (core words) + a vocabulary + [MaryPhones] give the
/// [PlantLexicon]; [WordGraph] turns it into states that listen for phones (`HCLr.fst`);
/// [QuestionTemplates] and the plant's sentences give the [WordSequenceModel] (`Gr.fst`);
/// [CommandGraph] is another one for commands alone; a model that cannot be taught is limited to
// the
/// phrases of a [RunTimeGrammar] instead. [FstWriter] writes them, [CompiledFolders] puts them into
/// their place.
///
/// Never knows: the register, the manuals, who asks.
@NullMarked
package dev.andon.node.stt.vosk;

import org.jspecify.annotations.NullMarked;
