package dev.andon.knowledge.corpus;

import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Notice;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What only says where something stands, or what an older revision said: tables of contents, lists
/// of figures, indexes, revision histories. No question is answered from them, but they hold the
/// words of every heading and would be found before what answers.
///
/// They are known by their heading, or by their entries: at least [#ENTRIES_MIN] in a row that lead
/// to a page or repeat numbered headings of the manual.
final class Directory {
    /// So many entries in a row are a directory, whatever stands above them.
    static final int ENTRIES_MIN = 5;

    /// A longer one is more likely a manual whose other headings were not recognised.
    static final int HISTORY_PAGES_MAX = 4;

    private static final String NUMBER = "(?:[\\dA-Z]{1,3}(?:\\.\\d{1,3})*\\.?\\s+)?";
    private static final Pattern CONTENTS =
            heading(
                    "(?:table of |list of )?contents|index|list of (?:figures|tables|illustrations)"
                            + "|sommaire|table des matières|liste des (?:figures|tableaux)"
                            + "|table des illustrations|index alphabétique"
                            + "|inhalt(?:sverzeichnis|sübersicht)?|stichwortverzeichnis"
                            + "|(?:abbildungs|tabellen|sach)verzeichnis");
    private static final Pattern HISTORY =
            heading(
                    "(?:revision|change|document|version) (?:history|record|log)|record of"
                            + " revisions|(?:table|list|summary) of"
                            + " (?:changes|revisions)|revisions|change log|historique(?: des"
                            + " (?:révisions|versions|modifications))?|(?:suivi|tableau) des"
                            + " (?:révisions|modifications)"
                            + "|(?:änderungs|revisions|versions)(?:historie|verzeichnis|index)"
                            + "|änderungsübersicht");

    /// Running text of eight words or more.
    private static final Pattern SENTENCE = Pattern.compile("(?:\\S+\\s+){7,}.*\\p{L}{2}[.!?]");

    private final Entries entries;
    private final List<Block> kept = new ArrayList<>();
    private final List<Block> run = new ArrayList<>();
    private int runEntries;
    private @Nullable Heading contents;
    private @Nullable Heading history;

    private Directory(List<Block> blocks) {
        entries = Entries.of(blocks);
    }

    /// The blocks of a manual without its directories.
    static List<Block> leftOut(List<Block> blocks) {
        Directory directory = new Directory(blocks);
        blocks.forEach(directory::add);
        directory.endRun();
        return List.copyOf(directory.kept);
    }

    private void add(Block block) {
        if (isBelowItsHeading(block)) {
            return;
        }
        int count = entries.in(block);
        if (count > 0) {
            run.add(block);
            runEntries += count;
        } else {
            endRun();
            kept.add(block);
        }
    }

    /// Whether a directory's heading, or the block below it, is at hand.
    private boolean isBelowItsHeading(Block block) {
        if (block instanceof Heading heading && entries.in(heading) == 0) {
            contents = CONTENTS.matcher(heading.text()).matches() ? heading : null;
            history = HISTORY.matcher(heading.text()).matches() ? heading : null;
            return contents != null || history != null;
        }
        if (contents != null && isRunningText(block)) {
            contents = null;
        }
        if (history != null && pages(history, block) >= HISTORY_PAGES_MAX) {
            history = null;
        }
        return contents != null || history != null;
    }

    /// Text that nobody writes into a table of contents: its end was not recognised.
    private boolean isRunningText(Block block) {
        return block instanceof Notice
                || entries.in(block) == 0
                        && !(block instanceof Block.Table)
                        && SENTENCE.matcher(PassageText.render(List.of(block))).matches();
    }

    private static int pages(Heading from, Block to) {
        return to.page().pdf() - from.page().pdf();
    }

    private void endRun() {
        if (runEntries < ENTRIES_MIN) {
            kept.addAll(run);
        }
        run.clear();
        runEntries = 0;
    }

    private static Pattern heading(String words) {
        return Pattern.compile(
                NUMBER
                        + "(?:"
                        + words
                        + ")(?: \\((?:continued|cont\\.|suite|fortsetzung)\\))?\\s*:?",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
