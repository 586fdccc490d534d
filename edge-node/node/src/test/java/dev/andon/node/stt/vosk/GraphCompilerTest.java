package dev.andon.node.stt.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Recordings;
import dev.andon.node.stt.Vocabulary;
import dev.andon.node.stt.VocabularyBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class GraphCompilerTest {
    private static final Vocabulary PLANT =
            new VocabularyBuilder()
                    .names(
                            List.of(
                                    "Labeller",
                                    "Labeller spindle",
                                    "Palletiser",
                                    "Thermocouple",
                                    "Rinser",
                                    "E42 Infeed jam",
                                    "Zzyzx"))
                    .build();

    @TempDir static Path shared;
    @TempDir Path into;

    private final GraphCompiler compiler =
            new GraphCompiler(TestModel.FOLDER, TestModel.PRONOUNCER);

    /// The plant's graph; the first test that asks has it compiled.
    private CompiledGraph compiled() {
        return compiler.compile(PLANT, shared);
    }

    @Test
    void wordsOfThePlantAreHeardInThePlantsSpelling() {
        Path model = compiled().model();
        try (VoskRecognizer recognizer = VoskRecognizer.open(model)) {
            for (Recordings recording : Recordings.values()) {
                assertThat(recognizer.transcribe(recording.utterance()).text())
                        .isEqualTo(recording.text());
            }
        }
    }

    @Test
    void commandsAreSearchedWiderThanTheRest() throws IOException {
        Path model = compiled().model();
        assertThat(settings(model)).contains("--beam=13.0", "--acoustic-scale=0.800");
        assertThat(settings(model.resolve(ModelDraft.COMMANDS)))
                .contains("--beam=16.0", "--max-active=4000", "--acoustic-scale=0.800")
                .doesNotContain("--beam=13.0");
        assertThat(settings(model.resolve(ModelDraft.ANSWERS))).contains("--beam=20.0");
    }

    private static List<String> settings(Path model) throws IOException {
        return Files.readAllLines(model.resolve("conf/model.conf"));
    }

    @Test
    void aCoreWordTakesTheOnlySpellingThatThePlantUses() {
        Lexicon lexicon = Lexicon.read(compiled().model().resolve("lexicon.txt"));
        assertThat(lexicon.words())
                .contains("palletiser", "labeller", "labeling", "meters")
                .doesNotContain("palletizer", "labeler");
    }

    @Test
    void theModelAloneHearsOnlyItsOwnWordsAndSpelling() {
        try (VoskRecognizer recognizer = VoskRecognizer.open(TestModel.FOLDER)) {
            assertThat(recognizer.transcribe(Recordings.PALLETISER.utterance()).text())
                    .isEqualTo("reset the palletizer");
            assertThat(recognizer.transcribe(Recordings.NEW_WORDS.utterance()).text())
                    .doesNotContain("thermocouple")
                    .doesNotContain("spindle");
        }
    }

    @Test
    void aWordThatNobodyCanPronounceIsReported() {
        CompiledGraph compiled = compiled();
        assertThat(compiled.wordsUnpronounced()).contains("zzyzx").doesNotContain("thermocouple");
        assertThat(compiled.words()).isEqualTo(512 + compiled.wordsAdded());
    }

    @Test
    void anUnchangedVocabularyIsNotCompiledAgain() {
        CompiledGraph first = compiler.compile(PLANT, into);
        CompiledGraph second = compiler.compile(PLANT, into);
        assertThat(first.reused()).isFalse();
        assertThat(second.reused()).isTrue();
        assertThat(second)
                .usingRecursiveComparison()
                .ignoringFields("reused", "millis")
                .isEqualTo(first);
    }

    @Test
    void aNewPronunciationIsCompiled() {
        Path old = compiled().model();
        GraphCompiler corrected =
                new GraphCompiler(
                        TestModel.FOLDER,
                        word ->
                                word.equals("zzyzx")
                                        ? List.of(List.of("z", "AI", "z", "I", "k", "s"))
                                        : TestModel.PRONOUNCER.pronounce(word));
        CompiledGraph compiled = corrected.compile(PLANT, into);
        assertThat(compiled.model().getFileName()).isNotEqualTo(old.getFileName());
        assertThat(compiled.wordsUnpronounced()).doesNotContain("zzyzx");
    }

    @Test
    void aChangedVocabularyTakesThePlaceOfTheOldOne() throws IOException {
        Path old = compiler.compile(Vocabulary.EMPTY, into).model();
        Files.createFile(Files.createDirectory(into.resolve("draft-cut-off")).resolve("words.txt"));
        Path foreign = Files.createDirectory(into.resolve("kept"));
        Path standing = compiler.compile(PLANT, into).model();
        try (var folders = Files.list(into)) {
            assertThat(folders).containsExactlyInAnyOrder(standing, foreign);
        }
        assertThat(old).isNotEqualTo(standing);
    }

    @Test
    void theSameVocabularyGivesTheSameBytes() {
        Path one = compiled().model();
        Path other = compiler.compile(PLANT, into).model();
        assertThat(List.of("graph/HCLr.fst", "graph/Gr.fst", "graph/words.txt"))
                .allSatisfy(
                        file ->
                                assertThat(one.resolve(file))
                                        .hasSameBinaryContentAs(other.resolve(file)));
    }

    @Test
    void theCoreGraphIsTheOneThatTheModelCameWith() throws IOException {
        PhoneSet phones = PhoneSet.read(TestModel.FOLDER.resolve("phones.txt"));
        Lexicon core = Lexicon.read(TestModel.FOLDER.resolve("lexicon.txt"));
        WordTable words = new WordTable(core.words());
        Path rebuilt = into.resolve("HCLr.fst");
        FstWriter.write(WordGraph.build(core, words, phones), Fst.Order.BY_OUTPUT, rebuilt);
        assertThat(rebuilt).hasSameBinaryContentAs(TestModel.FOLDER.resolve("graph/HCLr.fst"));
        assertThat(words.lines())
                .isEqualTo(Files.readAllLines(TestModel.FOLDER.resolve("graph/words.txt")));
    }

    @Test
    void bothSpellingsAreHeardWhereThePlantUsesBoth() {
        Vocabulary both =
                new Vocabulary(
                        Set.of("meter", "metre"),
                        List.of(),
                        List.of(),
                        List.of(),
                        CommandGrammar.NONE);
        Path model = compiler.compile(both, into).model();
        Lexicon lexicon = Lexicon.read(model.resolve("lexicon.txt"));
        assertThat(lexicon.pronunciations().get("metre"))
                .isEqualTo(lexicon.pronunciations().get("meter"))
                .isNotEmpty();
    }

    @Test
    void aModelWithoutALexiconIsRefused() throws IOException {
        Path base = TestModel.copyTo(into.resolve("base"));
        Files.delete(base.resolve("lexicon.txt"));
        GraphCompiler without = new GraphCompiler(base, TestModel.PRONOUNCER);
        assertThatThrownBy(() -> without.compile(PLANT, into.resolve("out")))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.code()).isEqualTo("model-not-compilable"));
    }

    @Test
    void aVocabularyBeyondTheLimitIsRefused() {
        Set<String> words =
                IntStream.rangeClosed(0, Vocabulary.WORDS_MAX)
                        .mapToObj(i -> "w" + Integer.toString(i, 36).replaceAll("[0-9]", "x") + i)
                        .collect(Collectors.toSet());
        Vocabulary large =
                new Vocabulary(words, List.of(), List.of(), List.of(), CommandGrammar.NONE);
        assertThatThrownBy(() -> compiler.compile(large, into))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.code()).isEqualTo("vocabulary-too-large"));
    }

    @Test
    void nothingIsLeftBehindWhenThereIsNoRoomToWrite() throws IOException {
        Path file = Files.writeString(into.resolve("a-file"), "not a folder");
        assertThatThrownBy(() -> compiler.compile(PLANT, file))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.code()).isEqualTo("graph-not-written"));
        assertThat(Files.readString(file)).isEqualTo("not a folder");
    }

    @Test
    void compoundsOfCoreWordsNeedNoPronouncer() {
        Lexicon core = Lexicon.read(TestModel.FOLDER.resolve("lexicon.txt"));
        assertThat(Compounds.pronounce("depalletizer", core))
                .containsExactly(List.of("d i: p a l I t aI z 3".split(" ")));
        assertThat(Compounds.pronounce("pressuresensor", core)).isNotEmpty();
        assertThat(Compounds.pronounce("spindle", core)).isEmpty();
        assertThat(new TreeMap<>(core.pronunciations())).hasSize(512);
    }
}
