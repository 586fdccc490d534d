package dev.andon.knowledge.answer;

/// The fake keeps what every model keeps.
final class ScriptedModelTest extends LanguageModelContract {
    @Override
    protected LanguageModel model() {
        return ScriptedModel.saying("S1");
    }
}
