package dev.andon.node.stt.vosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Expected;
import dev.andon.node.stt.SpeechRecognizer;
import dev.andon.node.stt.Transcript;
import dev.andon.node.stt.Transcript.AsCommand;
import dev.andon.node.stt.Word;
import dev.andon.node.vad.Utterance;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Hears with a Vosk model, all of its words or only some phrases.
///
/// Sounds outside the vocabulary are `[unk]` among the words and nothing in the text.
public final class VoskRecognizer implements SpeechRecognizer {
    /// The longest utterance that is listened to.
    public static final Duration UTTERANCE_MAX = Duration.ofMinutes(2);

    /// How many phrases a recogniser can be limited to.
    public static final int PHRASES_MAX = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final VoskEngine engine;
    private final @Nullable String grammar;

    private VoskRecognizer(VoskEngine engine, @Nullable String grammar) {
        this.engine = engine;
        this.grammar = grammar;
    }

    /// Loads a model folder and tries it out.
    ///
    /// @param model holds `am`, `conf` and `graph`
    /// @throws StageException `model-missing`, `model-corrupt`, `model-unreadable` or
    ///     `native-library-missing`
    public static VoskRecognizer open(Path model) {
        return open(model, CommandGrammar.NONE);
    }

    /// As above. A model that has no graph of commands beside it is limited to phrases of the
    /// grammar when it listens for commands; one with a static graph hears them as it hears
    /// anything else.
    ///
    /// @param commands that can be given
    public static VoskRecognizer open(Path model, CommandGrammar commands) {
        return new VoskRecognizer(VoskEngine.open(new ModelFolder(model), commands), null);
    }

    /// The words that the model in a folder hears.
    ///
    /// @throws StageException as [#open]
    public static List<String> words(Path model) {
        return new ModelFolder(model).check().words();
    }

    /// A recogniser on the same model and thread that hears nothing but these phrases; what is no
    /// phrase is `[unk]`. Closing either of the two closes both.
    ///
    /// @param phrases lower case words of the model
    /// @throws StageException `grammar-refused`: a static model, too many phrases, or an unknown
    ///     word
    public VoskRecognizer limitedTo(List<String> phrases) {
        if (!engine.folder().takesGrammar()) {
            throw refused("this model has a static graph; use one with HCLr.fst and Gr.fst");
        }
        if (phrases.isEmpty() || phrases.size() > PHRASES_MAX) {
            throw refused("there must be 1 to " + PHRASES_MAX + " of them");
        }
        Set<String> known = new HashSet<>(engine.folder().words());
        phrases.stream()
                .flatMap(phrase -> Stream.of(phrase.split(" ")))
                .filter(word -> !known.contains(word))
                .findFirst()
                .ifPresent(
                        word -> {
                            throw refused("the model does not know the word \"" + word + "\"");
                        });
        return new VoskRecognizer(engine, RunTimeGrammar.json(phrases));
    }

    @Override
    public Transcript transcribe(Utterance utterance, Expected expected) {
        if (!utterance.audio().format().equals(AudioFormat.SPEECH)) {
            throw new StageException(
                    Stage.RECOGNITION,
                    "audio-format",
                    "The recogniser hears "
                            + AudioFormat.SPEECH
                            + " only, not "
                            + utterance.audio().format()
                            + ".");
        }
        if (utterance.audio().duration().compareTo(UTTERANCE_MAX) > 0) {
            throw new StageException(
                    Stage.RECOGNITION,
                    "utterance-too-long",
                    "The recogniser hears at most "
                            + UTTERANCE_MAX.toSeconds()
                            + " seconds at a time; say it in pieces.");
        }
        Heard everything = heard(engine.hear(utterance.audio(), grammar));
        if (grammar != null) {
            return new Transcript(everything.text(), everything.words());
        }
        return new Transcript(
                everything.text(),
                everything.words(),
                as(engine.hearCommands(utterance.audio()), utterance, everything),
                expected == Expected.ANSWER
                        ? as(engine.hearAnswers(utterance.audio()), utterance, everything)
                        : null);
    }

    private static @Nullable AsCommand as(
            List<String> results, Utterance utterance, Heard everything) {
        if (results.isEmpty()) {
            return null;
        }
        Heard command = heard(results);
        double seconds = Math.max(1, utterance.audio().duration().toMillis()) / 1_000.0;
        return new AsCommand(
                said(command.words().stream()),
                (command.score() - everything.score()) / seconds,
                others(results));
    }

    private static String said(Stream<Word> words) {
        return words.map(Word::text).collect(Collectors.joining(" "));
    }

    /// All readings of each piece but the first.
    private static List<String> others(List<String> results) {
        return results.stream()
                .map(result -> parse(result).path("alternatives"))
                .flatMap(readings -> StreamSupport.stream(readings.spliterator(), false).skip(1))
                .map(reading -> said(words(reading)))
                .toList();
    }

    @Override
    public void close() {
        engine.close();
    }

    /// What a decoder heard.
    ///
    /// @param score of its path, the higher the likelier
    private record Heard(List<Word> words, double score) {
        /// Without the sounds that are no words.
        String text() {
            return words.stream()
                    .map(Word::text)
                    .filter(word -> !word.equals(WordTable.UNKNOWN))
                    .collect(Collectors.joining(" "));
        }
    }

    private static Heard heard(List<String> results) {
        List<JsonNode> best =
                results.stream().map(result -> parse(result).path("alternatives").path(0)).toList();
        return new Heard(
                best.stream().flatMap(VoskRecognizer::words).toList(),
                best.stream().mapToDouble(each -> each.path("confidence").asDouble()).sum());
    }

    private static Stream<Word> words(JsonNode alternative) {
        return StreamSupport.stream(alternative.path("result").spliterator(), false)
                .map(
                        word ->
                                new Word(
                                        word.path("word").asText(),
                                        milliseconds(word.path("start")),
                                        milliseconds(word.path("end"))));
    }

    private static int milliseconds(JsonNode seconds) {
        return (int) Math.round(seconds.asDouble() * 1_000);
    }

    private static JsonNode parse(String result) {
        try {
            return JSON.readTree(result);
        } catch (JsonProcessingException e) {
            throw new StageException(
                    Stage.RECOGNITION,
                    "recognition-failed",
                    "The speech recogniser's answer is no JSON: " + result,
                    e);
        }
    }

    private static StageException refused(String why) {
        return new StageException(
                Stage.RECOGNITION,
                "grammar-refused",
                "The recogniser cannot be limited to these phrases: " + why + ".");
    }
}
