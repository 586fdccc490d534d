package dev.andon.knowledge.answer;

import java.util.stream.Stream;

/// A model that continues a prompt. One request at a time; others wait their turn.
public interface LanguageModel extends AutoCloseable {
    /// Pieces of the continuation as they come. Closing the stream cancels the generation; a stream
    /// read to its end needs closing too.
    ///
    /// @throws dev.andon.knowledge.StageException `language-model`: absent, still starting, dead,
    ///     late, or the prompt does not fit; thrown here or while the stream is read
    Stream<String> generate(Prompt prompt, GenerationLimits limits);

    /// Returns if a question may be put to it, without asking it anything.
    ///
    /// @throws dev.andon.knowledge.StageException it is known to be down, starting or suspended
    void requireReady();

    /// How many tokens a text is to this model, by its own tokenizer; where that cannot be asked,
    /// an estimate that is rather too high.
    ///
    /// @throws dev.andon.knowledge.StageException as above
    int tokens(String text);

    /// The name to show: the model's file or the server's model.
    String name();

    @Override
    void close();
}
