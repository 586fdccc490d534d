package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.retrieval.Passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Takes passages apart into what may be quoted: sentences, table rows, and the steps of a section.
public final class CandidateSentences {
    private static final Pattern FIRST_STEP = Pattern.compile("(?:.*\\.)?[1a]");

    /// `... then the following entries are needed.`
    private static final Pattern ANNOUNCES =
            Pattern.compile("(?iu):$|\\b(?:the following|as follows)\\b[^.]*\\.$");

    private CandidateSentences() {}

    private record Section(String manual, String revision, List<String> path) {}

    /// All candidates, in the order of the passages; step lists after the single pieces.
    public static List<Candidate> of(List<Passage> passages) {
        List<Candidate> candidates = new ArrayList<>();
        Map<Section, List<Passage>> sections = new LinkedHashMap<>();
        for (Passage passage : passages) {
            for (Block block : blocks(passage)) {
                candidates.addAll(pieces(passage, block));
            }
            sections.computeIfAbsent(section(passage), _ -> new ArrayList<>()).add(passage);
        }
        sections.values().forEach(section -> steps(section, candidates));
        return candidates;
    }

    static List<Block> blocks(Passage passage) {
        return PassageText.parse(passage.text(), passage.page());
    }

    private static Section section(Passage passage) {
        return new Section(
                passage.manual().id(), String.valueOf(passage.manual().revision()), passage.path());
    }

    private static List<? extends Candidate> pieces(Passage passage, Block block) {
        return switch (block) {
            case Heading _ -> List.of();
            case Paragraph(String text, _) -> sentences(passage, block, text);
            case Item(String text, _) -> sentences(passage, block, text);
            case Step(_, String text, _) -> sentences(passage, block, text);
            case Notice(_, String text, _) ->
                    List.of(new Candidate.Sentence(passage, text, "", block));
            case Block.Figure(String caption, _) -> sentences(passage, block, caption);
            case Table table ->
                    table.rows().stream()
                            .map(row -> new Candidate.Row(passage, table, row))
                            .toList();
        };
    }

    private static List<Candidate> sentences(Passage passage, Block block, String text) {
        List<String> split = Sentences.split(text);
        List<Candidate> sentences = new ArrayList<>();
        int end = 0;
        for (String sentence : split) {
            end = text.indexOf(sentence, end) + sentence.length();
            String rest = text.substring(end).strip();
            String following =
                    rest.isEmpty() && ANNOUNCES.matcher(sentence).find()
                            ? behind(passage, block)
                            : rest;
            sentences.add(new Candidate.Sentence(passage, sentence, following, block));
        }
        return sentences;
    }

    /// The blocks behind one that announces them, such as the items of a list, as far as they are
    /// shown.
    private static String behind(Passage passage, Block announcing) {
        List<Block> section = passage.section().blocks();
        List<Block> blocks = section.contains(announcing) ? section : blocks(passage);
        StringBuilder behind = new StringBuilder();
        for (Block block : blocks.subList(blocks.indexOf(announcing) + 1, blocks.size())) {
            String text = PassageText.render(List.of(block)).strip();
            int words = Sentences.words(behind + " " + text);
            boolean other = !block.page().equals(announcing.page());
            if (block instanceof Heading
                    || other
                    || words > Candidate.Sentence.FOLLOWING_WORDS_MAX) {
                break;
            }
            behind.append('\n').append(text);
        }
        return behind.toString().strip();
    }

    /// One candidate for the steps of a section, whichever of its passages was found; none where
    /// the first step is missing or the section is only partly there: half a procedure may lack its
    /// lock-out.
    private static void steps(List<Passage> found, List<Candidate> candidates) {
        Passage first = found.stream().min(Comparator.comparingLong(Passage::id)).orElseThrow();
        List<Block> blocks = first.section().blocks();
        List<Step> steps = only(blocks, Step.class);
        boolean begins =
                !steps.isEmpty() && FIRST_STEP.matcher(steps.getFirst().number()).matches();
        if (!begins || !first.section().whole()) {
            return;
        }
        List<Notice> notices =
                only(blocks, Notice.class).stream()
                        .sorted(Comparator.comparing(Notice::signal))
                        .toList();
        List<Item> needs = only(blocks.subList(0, blocks.indexOf(steps.getFirst())), Item.class);
        String intro =
                only(blocks, Paragraph.class).stream()
                        .map(Paragraph::text)
                        .collect(Collectors.joining(" "));
        candidates.add(new Candidate.Steps(first, notices, needs, steps, intro));
    }

    private static <T extends Block> List<T> only(List<Block> blocks, Class<T> type) {
        return blocks.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
