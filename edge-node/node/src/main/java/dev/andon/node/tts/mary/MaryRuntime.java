package dev.andon.node.tts.mary;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.tts.Pace;

import marytts.LocalMaryInterface;
import marytts.config.MaryConfig;
import marytts.datatypes.MaryDataType;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import javax.sound.sampled.AudioInputStream;

/// MaryTTS of this process. All of it is static, so it starts once and never stops.
///
/// Three of its jars are on no public repository. None is needed once its module lists leave out
/// what they serve: tokenising is ours ([WordTokeniser]), numbers are `SpokenForm`'s, and nobody
/// sends EmotionML, SABLE or APML.
final class MaryRuntime implements Vocoder {
    private static final String VOICE = "cmu-slt-hsmm";
    private static final String MODULES = "modules.classes.list";
    private static final String JAVA_VERSION = "java.version";
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "marytts.modules.JTokeniser",
                    "marytts.modules.EmotionmlParser",
                    "marytts.modules.SableParser",
                    "marytts.modules.APMLParser",
                    "marytts.modules.JPhonemiser(en_GB.)",
                    "marytts.language.en.Preprocess");

    /// Held, or its level would go with it: MaryTTS logs a hundred lines for each sentence.
    private static final Logger LOGGER = Logger.getLogger("marytts");

    private static @Nullable MaryRuntime started;

    private final LocalMaryInterface mary;

    private MaryRuntime(LocalMaryInterface mary) {
        this.mary = mary;
    }

    /// Starts it, the first time in about a second.
    static synchronized MaryRuntime start() {
        if (started == null) {
            started = new MaryRuntime(withReadableJavaVersion());
        }
        return started;
    }

    /// The parameters are ready when this returns; the sound follows while the stream is read.
    @Override
    public synchronized AudioInputStream speak(String words, Pace pace) throws SynthesisException {
        if (pace == Pace.USUAL) {
            return mary.generateAudio(words);
        }
        mary.setInputType(MaryDataType.RAWMARYXML.name());
        try {
            return mary.generateAudio(PacedText.of(words, pace));
        } finally {
            mary.setInputType(MaryDataType.TEXT.name());
        }
    }

    /// MaryTTS takes the first three characters of `java.version` for a number, which fails on
    /// "25" and "26-ea".
    private static LocalMaryInterface withReadableJavaVersion() {
        String real = System.getProperty(JAVA_VERSION);
        System.setProperty(JAVA_VERSION, Runtime.version().feature() + ".0");
        try {
            return load();
        } finally {
            System.setProperty(JAVA_VERSION, real);
        }
    }

    private static LocalMaryInterface load() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // MaryConfig finds its services through the class loader of the first thread to touch it.
        thread.setContextClassLoader(MaryRuntime.class.getClassLoader());
        LOGGER.setLevel(Level.WARNING);
        try {
            MaryConfig.getConfigs().forEach(config -> configure(config.getProperties()));
            LocalMaryInterface mary = new LocalMaryInterface();
            mary.setVoice(VOICE);
            return mary;
        } catch (MaryConfigurationException | IllegalArgumentException e) {
            throw new StageException(
                    Stage.SYNTHESIS,
                    "voice-missing",
                    "The voice "
                            + VOICE
                            + " cannot start; are all MaryTTS jars in the lib folder of the node?",
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void configure(Properties config) {
        String modules = config.getProperty(MODULES);
        if (modules != null) {
            config.setProperty(MODULES, rewritten(modules));
        }
        // The stock user dictionaries are files of an installation; ours is in WordTokeniser.
        config.keySet().removeIf(key -> key.toString().endsWith(".userdict"));
        if (config.containsKey("modules.poweronselftest")) {
            config.setProperty("modules.poweronselftest", "false");
            config.setProperty("synthesis.audiostore", "ram");
        }
    }

    private static String rewritten(String modules) {
        return Arrays.stream(modules.trim().split("\\s+"))
                .filter(module -> !LEFT_OUT.contains(module))
                .map(MaryRuntime::replaced)
                .collect(Collectors.joining(" "));
    }

    private static String replaced(String module) {
        return module.equals("marytts.language.en.JTokeniser")
                ? WordTokeniser.class.getName() + "(en)"
                : module;
    }
}
