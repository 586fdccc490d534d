package dev.andon.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// What a node is told, read once at start. Immutable; every value has a default and a range.
///
/// The file is YAML; the keys are these names (`web.port`), described in
/// `device-config/schema/device-config.schema.json`.
public record DeviceConfig(
        Node node,
        Web web,
        Hearing hearing,
        Retrieval retrieval,
        Answering answering,
        Sync sync,
        Privacy privacy,
        MachineBroker machines,
        Incidents incidents,
        Limits limits,
        Shifts handover,
        Procedures procedures) {

    /// Who this is.
    ///
    /// @param id of the node at its site: lower case letters, digits and hyphens
    /// @param site likewise
    public record Node(String id, String site) {}

    /// Where browsers and devices reach it.
    ///
    /// @param host address to listen on
    /// @param port 0 takes a free one
    /// @param tls null for plain HTTP
    /// @param token that callers must show; null only on loopback
    public record Web(String host, int port, @Nullable Tls tls, @Nullable Secret token) {}

    /// PEM files, absolute.
    public record Tls(Path certificate, Path key) {}

    /// Which words the recogniser knows.
    public enum Vocabulary {
        /// The model's own, and those of the asset register and of the English manuals, where the
        /// model can be taught (`lexicon.txt` lies beside it); else as `MODEL`.
        PLANT,
        /// Those that the model came with.
        MODEL
    }

    /// How speech becomes words.
    ///
    /// @param model name in the manifest of models
    /// @param vocabulary whose words are heard
    /// @param utteranceSecondsMax longer speech is refused
    public record Hearing(String model, Vocabulary vocabulary, int utteranceSecondsMax) {}

    /// How passages are found.
    ///
    /// @param embedder name in the manifest of models
    public record Retrieval(String embedder) {}

    /// What runs the language model.
    public enum Backend {
        /// Nothing: the manual is quoted.
        NONE,
        /// llama.cpp in a child process.
        LLAMACPP,
        /// A server that speaks the OpenAI-compatible API.
        HTTP
    }

    /// What the language model may do.
    public enum Mode {
        /// Choose among the manual's own sentences; the manual's words are spoken.
        SELECT,
        /// Word the answer; every sentence is held against the manual before it is spoken.
        WORD
    }

    /// Whether the manual's own words are spoken before the model's.
    public enum QuoteFirst {
        /// Where the model runs on this box without a GPU.
        AUTO,
        ALWAYS,
        NEVER
    }

    /// How an answer is made of passages.
    ///
    /// @param model name in the manifest of models, or the server's name of it; null if the backend
    ///     is `NONE`
    /// @param backend what runs it
    /// @param mode what it may do
    /// @param contextTokens prompt and answer together
    /// @param tokensMax generated for one answer
    /// @param threads of the processor; 0 takes one a core
    /// @param gpuLayers put on the GPU; 0 for none, 99 for all of a 7B model
    /// @param timeOutSeconds for the whole of a choice or of an answer; then the manual is quoted
    ///     instead
    /// @param firstSentenceMsMax for the first sentence that may be spoken; then the manual is
    ///     quoted instead
    /// @param quoteFirst whether the manual's own words are spoken before the model's
    /// @param followUpMsMax what the model adds to a quote must be ready so soon after it
    /// @param server that runs the model if the backend is `HTTP`
    /// @param remote what may leave this box
    public record Answering(
            @Nullable String model,
            Backend backend,
            Mode mode,
            int contextTokens,
            int tokensMax,
            int threads,
            int gpuLayers,
            int timeOutSeconds,
            int firstSentenceMsMax,
            QuoteFirst quoteFirst,
            int followUpMsMax,
            Server server,
            Remote remote) {}

    /// A server of language models.
    ///
    /// @param url where its API begins, `https://models.plant.example/v1`; null if the backend is
    ///     another
    /// @param key that it wants to see; null for none
    /// @param caFile PEM file of the authorities that vouch for it; null for those of the system
    /// @param connectMsMax until the connection stands
    /// @param firstTokenMsMax until the first word comes
    public record Server(
            @Nullable URI url,
            @Nullable Secret key,
            @Nullable Path caFile,
            int connectMsMax,
            int firstTokenMsMax) {}

    /// What may leave this box, to a server that is not on it.
    ///
    /// @param documentClasses whose text may; none by default
    public record Remote(List<String> documentClasses) {
        /// The classes that there are.
        public static final List<String> ALL =
                List.of("manual", "fault_list", "procedure", "drawing", "data_sheet");

        public Remote {
            documentClasses = List.copyOf(documentClasses);
        }
    }

    /// How the node talks to its hub, once it is enrolled.
    ///
    /// @param statusSeconds between two reports of how the node is
    /// @param outboxMiBMax what waits for the hub may take so much of the disk; then turns are
    ///     dropped, oldest first, and counted; incidents never
    /// @param reserveMiB of the disk that only facts may use, when all else is full
    public record Sync(int statusSeconds, int outboxMiBMax, int reserveMiB) {}

    /// What is kept of what people say.
    ///
    /// @param roster file of the names of people, one a line, that are taken out before anything is
    ///     written; null: only what can be told by its form is taken out
    /// @param transcriptDays that questions and replies are kept, here and at the hub
    public record Privacy(@Nullable Path roster, int transcriptDays) {}

    /// What counts as one stop of a machine.
    ///
    /// @param reopenMinutes so long after a restoration the same fault is the same stop
    /// @param microStopMinutes a shorter one is a micro-stop
    public record Incidents(int reopenMinutes, int microStopMinutes) {}

    /// Bounds on what comes in.
    ///
    /// @param questionWordsMax of a typed question
    /// @param uploadMiBMax of a recording sent to the node
    /// @param frameKiBMax of a web socket message
    /// @param stationsMax that talk to this node at once
    public record Limits(
            int questionWordsMax, int uploadMiBMax, int frameKiBMax, int stationsMax) {}

    /// When one shift hands over to the next.
    ///
    /// @param starts when a shift begins, by the clock on the wall, in the order of the day; each
    ///     lasts until the next begins
    /// @param zone of that clock; null: that of this computer
    public record Shifts(List<LocalTime> starts, @Nullable ZoneId zone) {
        public Shifts {
            starts = List.copyOf(starts);
        }
    }

    /// How procedures are read.
    ///
    /// @param longPauseHours after a longer pause, safety steps are confirmed anew: another shift
    ///     does not know what was locked
    public record Procedures(int longPauseHours) {}

    /// The same, answering otherwise.
    public DeviceConfig answering(Answering other) {
        return new DeviceConfig(
                node,
                web,
                hearing,
                retrieval,
                other,
                sync,
                privacy,
                machines,
                incidents,
                limits,
                handover,
                procedures);
    }

    /// What holds where no file says otherwise.
    public static DeviceConfig defaults() {
        return ConfigFile.defaults();
    }

    /// Reads a file. Paths in it are relative to its folder.
    ///
    /// @throws ConfigException with every problem: an unknown key, a value out of range, a secret
    ///     that cannot be read
    public static DeviceConfig read(Path file) {
        return ConfigFile.read(file);
    }

    /// The file in the node's folder if there is one, else the defaults.
    ///
    /// @throws ConfigException as [#read]
    public static DeviceConfig of(NodeHome home) {
        return Files.notExists(home.config()) ? defaults() : read(home.config());
    }
}
