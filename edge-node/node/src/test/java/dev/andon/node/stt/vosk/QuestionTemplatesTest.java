package dev.andon.node.stt.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Vocabulary;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class QuestionTemplatesTest {
    private static final Vocabulary PLANT =
            new Vocabulary(
                    Set.of(),
                    List.of("labeller spindle"),
                    List.of("e forty two"),
                    List.of(),
                    CommandGrammar.NONE);

    @Test
    void fillEverySlotWithWords() {
        assertThat(questions(PLANT, 5_000)).allMatch(q -> q.matches("[a-z]+( [a-z]+)*"));
    }

    @Test
    void askAboutThePlantsThingsAndCodes() {
        Set<String> questions = questions(PLANT, 5_000);
        assertThat(questions).anyMatch(q -> q.contains("labeller spindle"));
        assertThat(questions).contains("what does fault e forty two mean");
    }

    @Test
    void doWithoutAPlant() {
        assertThat(questions(Vocabulary.EMPTY, 2_000)).allMatch(q -> q.matches("[a-z]+( [a-z]+)*"));
    }

    @Test
    void nameEveryWordThatTheyUse() {
        Set<String> words = QuestionTemplates.of(Vocabulary.EMPTY).words();
        assertThat(
                        questions(Vocabulary.EMPTY, 2_000).stream()
                                .flatMap(q -> Stream.of(q.split(" "))))
                .allMatch(words::contains);
    }

    private static Set<String> questions(Vocabulary plant, int count) {
        QuestionTemplates templates = QuestionTemplates.of(plant);
        Random random = new Random(11);
        return Stream.generate(() -> templates.next(random))
                .limit(count)
                .collect(Collectors.toSet());
    }
}
