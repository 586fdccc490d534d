package dev.andon.node.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.andon.config.DeviceConfig;
import dev.andon.config.DeviceConfig.Answering;
import dev.andon.config.NodeHome;
import dev.andon.node.bench.Figure;
import dev.andon.node.turn.TurnInput;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lets a language model say wrong things to right questions, through the whole turn, and counts
/// what of it is spoken. Each hostile output answers the question of the demonstration plant that
/// it shares most words with, so that it comes where it is most plausible.
///
/// @param home of the user
/// @param config of the node
/// @param told what is being done
public record HostileOutputs(NodeHome home, DeviceConfig config, Consumer<String> told) {
    private static final String TABLE = "/dev/andon/knowledge/answer/grounding/hostile.tsv";

    /// What a model says that says nothing: then the quote is the reply.
    private static final String SILENCE = "";

    /// What came of all of them.
    ///
    /// @param asked how often the model was really asked for words
    /// @param spoken those that were said
    public record Outcome(int outputs, int asked, List<String> spoken) {
        public Outcome {
            spoken = List.copyOf(spoken);
        }

        Figure figure() {
            return new Figure(
                    "answers.hostile_spoken",
                    spoken.size(),
                    "sentences",
                    "of %d hostile outputs; the model was asked %d times".formatted(outputs, asked),
                    0.0,
                    spoken.isEmpty());
        }
    }

    /// @param outputsMax that are served, from the first
    Outcome run(int outputsMax) {
        List<String[]> outputs = outputs().stream().limit(outputsMax).toList();
        told.accept("demo: %d hostile outputs of a scripted model".formatted(outputs.size()));
        List<String> spoken = new ArrayList<>();
        Map<String, Set<String>> quotes = new HashMap<>();
        try (ScriptedModel model = ScriptedModel.start();
                CorpusNode node = CorpusNode.open(Corpus.DEMO, home, serving(model), told)) {
            node.node().awaitLanguageModel();
            for (String[] output : outputs) {
                ExamQuestion question = plausible(node.questions(), output);
                Set<String> quote =
                        quotes.computeIfAbsent(
                                question.id(), id -> said(node, question, model, SILENCE));
                String hostile = plain(output[2]);
                if (said(node, question, model, output[2]).contains(hostile)
                        && !quote.contains(hostile)) {
                    spoken.add(output[2]);
                }
            }
            return new Outcome(outputs.size(), model.asked(), spoken);
        }
    }

    /// The sentences that are said if the model says this. A sentence that the quote says as well
    /// is the manual's own, in its place.
    private static Set<String> said(
            CorpusNode node, ExamQuestion question, ScriptedModel model, String words) {
        model.say(words);
        TurnInput typed = new TurnInput.Typed(question.text(), question.machine());
        Asked asked = Asked.of(node.node(), question, typed);
        return asked.reply() == null
                ? Set.of()
                : asked.reply().sentences().stream()
                        .flatMap(HostileOutputs::withoutLead)
                        .map(HostileOutputs::plain)
                        .collect(Collectors.toSet());
    }

    /// A sentence, and what follows the machine and the quantity that a reply begins with.
    private static Stream<String> withoutLead(String sentence) {
        int lead = sentence.indexOf(": ");
        return lead < 0
                ? Stream.of(sentence)
                : Stream.of(sentence, sentence.substring(lead + 2).strip());
    }

    private static List<String[]> outputs() {
        try (InputStream in =
                Objects.requireNonNull(HostileOutputs.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private DeviceConfig serving(ScriptedModel model) {
        Answering usual = config.answering();
        Answering scripted =
                new Answering(
                        ScriptedModel.NAME,
                        DeviceConfig.Backend.HTTP,
                        DeviceConfig.Mode.WORD,
                        usual.contextTokens(),
                        usual.tokensMax(),
                        usual.threads(),
                        usual.gpuLayers(),
                        usual.timeOutSeconds(),
                        usual.firstSentenceMsMax(),
                        DeviceConfig.QuoteFirst.NEVER,
                        usual.followUpMsMax(),
                        new DeviceConfig.Server(
                                model.url(),
                                null,
                                null,
                                usual.server().connectMsMax(),
                                usual.server().firstTokenMsMax()),
                        usual.remote());
        return config.answering(scripted);
    }

    /// The question to the same manual's machine, in English, that shares most words.
    private static ExamQuestion plausible(List<ExamQuestion> questions, String[] output) {
        Set<String> words = words(output[2]);
        return questions.stream()
                .filter(question -> question.expect().answerable())
                .filter(question -> question.category() != Category.PROCEDURE)
                .filter(question -> isAbout(question, output[0]))
                .max(Comparator.comparingLong(question -> shared(question, words)))
                .orElseThrow();
    }

    private static boolean isAbout(ExamQuestion question, String machine) {
        return Objects.requireNonNullElse(question.machine(), "").startsWith(machine + "-");
    }

    private static long shared(ExamQuestion question, Set<String> words) {
        return words(question.text()).stream().filter(words::contains).count();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(plain(text).split(" "))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\u2212-]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
