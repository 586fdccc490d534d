package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Passage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A piece of a passage that may be an answer.
public sealed interface Candidate {
    /// The passage that it stands in.
    Passage passage();

    /// The words themselves, verbatim.
    String quote();

    /// What belongs to it besides its own words: headers, caption.
    default String frame() {
        return "";
    }

    /// Where it stands.
    default Citation citation() {
        Passage passage = passage();
        return new Citation(passage.manual(), passage.page(), passage.heading(), quote());
    }

    /// A sentence of running text, of an item or of a step; or a notice, which is never cut apart.
    ///
    /// @param text the sentence
    /// @param following the rest of the same block, which may be empty
    /// @param block that it stands in
    record Sentence(Passage passage, String text, String following, Block block)
            implements Candidate {
        /// Of a block that goes on, so much is shown too.
        static final int FOLLOWING_WORDS_MAX = 60;

        /// Up to four words before a colon.
        private static final Pattern LABEL =
                Pattern.compile("\\s*(?:- )?([\\p{L}\\p{N}]+(?: [^\\s:.]+){0,3}) ?:\\s");

        @Override
        public String quote() {
            return text;
        }

        /// What its block is about, `WG` of `WG: Low frequency. From 5 Hz to 5 kHz.`
        @Override
        public String frame() {
            Matcher label = LABEL.matcher(PassageText.render(List.of(block)));
            return label.lookingAt() ? label.group(1) : "";
        }

        @Override
        public Citation citation() {
            boolean shown =
                    !following.isEmpty() && Sentences.words(following) <= FOLLOWING_WORDS_MAX;
            String quote = shown ? text + " " + following : text;
            return new Citation(passage.manual(), passage.page(), passage.heading(), quote);
        }
    }

    /// A row of a table.
    record Row(Passage passage, Table table, List<String> cells) implements Candidate {
        private static final Pattern NUMBER_OF_TABLE =
                Pattern.compile("(?iu)^\\s*(?:table|tableau|tabelle)\\s+\\p{Nd}+\\s*[:.–-]?\\s*");

        public Row {
            cells = List.copyOf(cells);
        }

        @Override
        public String quote() {
            return PassageText.rowText(table, cells);
        }

        @Override
        public String frame() {
            String caption = table.caption();
            return caption == null ? "" : NUMBER_OF_TABLE.matcher(caption).replaceFirst("");
        }
    }

    /// The steps of a section with its notices and its other requirements; they may come from
    /// several passages.
    ///
    /// @param notices of the section, dangers first
    /// @param needs list items before the first step, such as what to wear or to have at hand
    /// @param steps in the order of the manual
    record Steps(
            Passage passage, List<Notice> notices, List<Item> needs, List<Step> steps, String intro)
            implements Candidate {
        public Steps {
            notices = List.copyOf(notices);
            needs = List.copyOf(needs);
            steps = List.copyOf(steps);
        }

        @Override
        public String quote() {
            return lines().stream().map(Line::text).collect(Collectors.joining("\n"));
        }

        /// What is quoted, line by line.
        public List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            notices.forEach(n -> lines.add(new Line(n.page(), n.signal() + ": " + n.text())));
            needs.forEach(need -> lines.add(new Line(need.page(), need.text())));
            steps.forEach(s -> lines.add(new Line(s.page(), s.number() + ". " + s.text())));
            return lines;
        }

        /// A line and where it stands.
        public record Line(PageRef page, String text) {}

        @Override
        public String frame() {
            return intro;
        }
    }
}
