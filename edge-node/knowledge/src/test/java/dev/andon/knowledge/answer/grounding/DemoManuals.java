package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.ManualReaders;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.markdown.MarkdownReader;
import dev.andon.knowledge.corpus.pdf.PdfReader;
import dev.andon.knowledge.retrieval.Evidence;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.Section;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The passages of the demo plant's manuals, as the index has them.
final class DemoManuals {
    static final List<String> FILES =
            List.of(
                    "press-hp63-service.md",
                    "palletiser-px200-service-c.pdf",
                    "filler-fm48-service.pdf",
                    "labeller-lb30-service.pdf",
                    "compressor-ac37-service.md");

    private static final Path FOLDER = Path.of("../../device-config/demo/manuals");
    private static final Evidence FOUND = new Evidence(1, 1, 1, 0.9, 1, false);

    private static final Map<String, List<Passage>> READ = new LinkedHashMap<>();

    private static final int FOUND_MAX = 4;
    private static final Map<Passage, Set<String>> SAID = new IdentityHashMap<>();

    private static final Map<String, List<String>> VERBATIM = new HashMap<>();

    /// A passage and how many of the wanted words it has.
    private record Near(Passage passage, long shared) {}

    private DemoManuals() {}

    static String file(String manual) {
        return FILES.stream().filter(f -> f.startsWith(manual + "-")).findFirst().orElseThrow();
    }

    /// All passages of a manual.
    static synchronized List<Passage> passages(String file) {
        return READ.computeIfAbsent(file, DemoManuals::read);
    }

    /// The passages of a manual that share most words with a text, as a retrieval gives them.
    static List<Passage> near(String file, String text) {
        Set<String> wanted = said(Wording.of(text).content());
        return passages(file).stream()
                .map(passage -> new Near(passage, shared(passage, wanted)))
                .sorted(Comparator.comparingLong(near -> -near.shared()))
                .limit(FOUND_MAX)
                .map(Near::passage)
                .toList();
    }

    /// All that a manual states, in its own words, the longest first.
    static List<String> verbatim(String file) {
        return VERBATIM.computeIfAbsent(
                file,
                f -> {
                    List<Passage> all = passages(f);
                    Statements statements = Statements.of(question("", all), all);
                    return Stream.concat(
                                    statements.rows().stream().map(StatedRow::verbatim),
                                    statements.sentences().stream().map(Statement::verbatim))
                            .distinct()
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .toList();
                });
    }

    private static long shared(Passage passage, Set<String> wanted) {
        Set<String> has =
                SAID.computeIfAbsent(
                        passage,
                        p ->
                                said(
                                        Wording.of(p.text().replace('|', ';') + " " + p.path())
                                                .tokens()));
        return wanted.stream().filter(has::contains).count();
    }

    private static Set<String> said(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.kind() + " " + token.comparable())
                .collect(Collectors.toSet());
    }

    static Question question(String text, List<Passage> passages) {
        return new Question(text, null, passages.getFirst().manual().models(), "en");
    }

    private static List<Passage> read(String file) {
        ManualReaders readers = new ManualReaders(List.of(new PdfReader(), new MarkdownReader()));
        ManualContent content = readers.read(FOLDER.resolve(file), DeclaredManual.NOTHING);
        List<Chunk> chunks = new Chunker().chunk(content);
        List<Passage> passages = new ArrayList<>();
        for (Chunk chunk : chunks) {
            List<Block> section =
                    chunks.stream()
                            .filter(other -> other.path().equals(chunk.path()))
                            .flatMap(other -> other.blocks().stream())
                            .toList();
            passages.add(
                    new Passage(
                            chunk.ordinal(),
                            content.manual(),
                            chunk.path(),
                            chunk.page(),
                            PassageText.render(chunk.blocks()),
                            FOUND,
                            new Section(section, true)));
        }
        return List.copyOf(passages);
    }
}
