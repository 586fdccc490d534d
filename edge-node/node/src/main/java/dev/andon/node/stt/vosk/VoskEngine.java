package dev.andon.node.stt.vosk;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.stt.CommandGrammar;

import org.jspecify.annotations.Nullable;
import org.vosk.LibVosk;
import org.vosk.Model;
import org.vosk.Recognizer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// One loaded model on its thread; a fresh decoder for each utterance.
final class VoskEngine implements AutoCloseable {
    /// Samples handed over at a time: a quarter of a second.
    private static final int PIECE = 4_000;

    /// So many readings of a command are looked at: whether a yes may have been a no.
    private static final int READINGS = 12;

    /// Below Vosk's own lowest level: what matters comes back as an exception.
    private static final int LOG_NOTHING = -10;

    private final ModelFolder folder;
    private final VoskThread thread;
    private final Models models;
    private final AtomicBoolean closed = new AtomicBoolean();

    private VoskEngine(ModelFolder folder, VoskThread thread, Models models) {
        this.folder = folder;
        this.thread = thread;
        this.models = models;
    }

    /// The model that hears everything, and those that hear commands or answers only; null for
    /// none.
    ///
    /// @param phrases that the first can be limited to in the place of the second, as JSON; null if
    ///     there are none
    private record Models(
            Model everything,
            @Nullable Model commands,
            @Nullable Model answers,
            @Nullable String phrases) {
        void close() {
            everything.close();
            if (commands != null) {
                commands.close();
            }
            if (answers != null) {
                answers.close();
            }
        }
    }

    /// Loads the model and proves that it hears: some faults show only at the first sound.
    ///
    /// @param grammar of the commands, for a model that takes phrases and has no graph of commands
    static VoskEngine open(ModelFolder folder, CommandGrammar grammar) {
        folder.check();
        ModelFolder commands = checked(folder.commands());
        checked(folder.answers());
        String phrases = commands == null ? phrases(folder, grammar) : null;
        VoskThread thread = new VoskThread();
        try {
            Models models = thread.call(() -> load(folder, phrases));
            VoskEngine engine = new VoskEngine(folder, thread, models);
            thread.call(() -> engine.decode(new short[PIECE], null));
            thread.call(() -> engine.decodeCommands(new short[PIECE]));
            thread.call(() -> engine.decodeAnswers(new short[PIECE]));
            return engine;
        } catch (StageException e) {
            thread.close();
            throw e;
        }
    }

    private static @Nullable String phrases(ModelFolder folder, CommandGrammar grammar) {
        List<String> phrases =
                folder.takesGrammar()
                        ? RunTimeGrammar.phrases(grammar, Set.copyOf(folder.words()))
                        : List.of();
        return phrases.isEmpty() ? null : RunTimeGrammar.json(phrases);
    }

    private static @Nullable ModelFolder checked(@Nullable ModelFolder folder) {
        return folder == null ? null : folder.check();
    }

    private static Models load(ModelFolder folder, @Nullable String phrases) {
        List<Model> loaded = new ArrayList<>();
        try {
            loaded.add(load(folder));
            Model commands = loadedInto(loaded, folder.commands());
            Model answers = loadedInto(loaded, folder.answers());
            return new Models(loaded.getFirst(), commands, answers, phrases);
        } catch (StageException e) {
            loaded.forEach(Model::close);
            throw e;
        }
    }

    private static @Nullable Model loadedInto(List<Model> loaded, @Nullable ModelFolder folder) {
        if (folder == null) {
            return null;
        }
        loaded.add(load(folder));
        return loaded.getLast();
    }

    private static Model load(ModelFolder folder) {
        try {
            LibVosk.vosk_set_log_level(LOG_NOTHING);
            return new Model(folder.path().toString());
        } catch (IOException e) {
            throw unloadable(folder, e);
        } catch (LinkageError e) {
            throw new StageException(
                    Stage.RECOGNITION,
                    "native-library-missing",
                    "Vosk's native library cannot be loaded on this machine ("
                            + System.getProperty("os.name")
                            + ", "
                            + System.getProperty("os.arch")
                            + "); use a 64-bit Linux, macOS or Windows with the vosk jar in place.",
                    e);
        }
    }

    ModelFolder folder() {
        return folder;
    }

    /// What the decoder says of a sound, piece by piece as it found pauses; Vosk's JSON.
    ///
    /// @param grammar a JSON list of phrases; null for the model's own word sequences
    List<String> hear(AudioChunk audio, @Nullable String grammar) {
        short[] samples = audio.samples();
        return thread.call(() -> decode(samples, grammar));
    }

    /// The same where nothing but commands is listened for; empty if there are none.
    List<String> hearCommands(AudioChunk audio) {
        short[] samples = audio.samples();
        return thread.call(() -> decodeCommands(samples));
    }

    /// The same where nothing but answers is listened for; empty if there are none.
    List<String> hearAnswers(AudioChunk audio) {
        short[] samples = audio.samples();
        return thread.call(() -> decodeAnswers(samples));
    }

    private List<String> decodeAnswers(short[] samples) {
        Model answers = models.answers();
        return answers == null
                ? List.of()
                : decodeWith(() -> recognizer(answers, null), samples, READINGS);
    }

    private List<String> decode(short[] samples, @Nullable String grammar) {
        return decodeWith(() -> recognizer(models.everything(), grammar), samples, 1);
    }

    private List<String> decodeCommands(short[] samples) {
        Model commands = models.commands();
        if (commands != null) {
            return decodeWith(() -> recognizer(commands, null), samples, READINGS);
        }
        String phrases = models.phrases();
        return phrases == null ? List.of() : decode(samples, phrases);
    }

    /// Makes a decoder.
    @FunctionalInterface
    private interface Fresh {
        Recognizer recognizer() throws IOException;
    }

    /// One alternative and more bring the cost of the whole path with them.
    private List<String> decodeWith(Fresh fresh, short[] samples, int alternatives) {
        List<String> results = new ArrayList<>();
        try (Recognizer recognizer = fresh.recognizer()) {
            recognizer.setWords(true);
            recognizer.setMaxAlternatives(alternatives);
            for (int from = 0; from < samples.length; from += PIECE) {
                int to = Math.min(from + PIECE, samples.length);
                if (recognizer.acceptWaveForm(Arrays.copyOfRange(samples, from, to), to - from)) {
                    results.add(recognizer.getResult());
                }
            }
            results.add(recognizer.getFinalResult());
            return results;
        } catch (IOException e) {
            throw unloadable(folder, e);
        }
    }

    private static Recognizer recognizer(Model model, @Nullable String grammar) throws IOException {
        float rate = AudioFormat.SPEECH.sampleRateHz();
        return grammar == null ? new Recognizer(model, rate) : new Recognizer(model, rate, grammar);
    }

    /// Hears what waits, then frees the model.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            thread.close();
            models.close();
        }
    }

    private static StageException unloadable(ModelFolder folder, IOException cause) {
        return new StageException(
                Stage.RECOGNITION,
                "model-corrupt",
                "The speech model "
                        + folder.path()
                        + " cannot be loaded: its files do not fit together; install it again.",
                cause);
    }
}
