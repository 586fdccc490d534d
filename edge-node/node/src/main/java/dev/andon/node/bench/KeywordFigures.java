package dev.andon.node.bench;

import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.sqlite.SearchParts;
import dev.andon.knowledge.store.Database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

/// The search by words in a store with text, from the question to the ids of the passages.
///
/// @param database with text in every passage
record KeywordFigures(Database database, SyntheticManuals manuals) {
    private static final double GOAL_MS = 8;
    private static final int WARM_UP = 100;
    private static final int QUESTIONS = 300;

    void measure(Consumer<Figure> figures) throws IOException {
        Stopwatch warming = new Stopwatch();
        Stopwatch watch = new Stopwatch();
        List<String> questions = manuals.askedInWords(WARM_UP + QUESTIONS);
        for (int i = 0; i < questions.size(); i++) {
            Question question = new Question(questions.get(i), null, List.of(), "en");
            time(i < WARM_UP ? warming : watch, question);
        }
        String against = "words of a Zipf distribution, median of " + QUESTIONS + " questions";
        figures.accept(
                Figure.atMost(
                        GOAL_MS, "retrieval.keyword_ms_100k", watch.millis(0.5), "ms", against));
        figures.accept(
                Figure.of("retrieval.keyword_ms_p95_100k", watch.millis(0.95), "ms", against));
        figures.accept(
                Figure.of(
                        "retrieval.keyword_cpu_ms_100k",
                        watch.cpuMillis(0.5),
                        "ms",
                        "the same in processor time of the thread"));
        figures.accept(
                Figure.of(
                        "retrieval.bytes_a_passage",
                        (double) bytes() / manuals.passages(),
                        "bytes",
                        "the store on the disk: text of 100 words, its index, the vector"));
    }

    private void time(Stopwatch watch, Question question) {
        database.read(
                moment -> {
                    watch.time(() -> SearchParts.byWords(moment, question));
                    return question;
                });
    }

    /// Without the log, which is empty once the file is closed.
    private long bytes() throws IOException {
        return Files.size(database.file());
    }
}
