package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.SignalWords;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the headings of a page: by the outline where the document has one, else by the print.
///
/// By print, a heading is a line that is larger than running text, or bold and numbered, or bold,
/// short, apart from what stands above and without a full stop.
final class Headings {
    private static final Pattern NUMBERED =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})*)\\.?\\s+\\p{L}.*");
    private static final Pattern CHAPTER =
            Pattern.compile(
                    "(?:chapter|chapitre|kapitel|part|appendix|annexe|anhang)\\s+[\\divxlcA-Z]+",
                    Pattern.CASE_INSENSITIVE);
    private static final int LEVEL_MAX = 6;
    private static final int LENGTH_MAX = 120;
    private static final int LINES_MAX = 5;

    /// How far below its bookmark a heading can begin, and above it, in points.
    private static final float BELOW_MAX = 150;

    private static final float ABOVE_MAX = 20;

    private final Outline outline;
    private final List<Float> sizes;
    private final float body;
    private final float pitch;

    Headings(Outline outline, Survey survey) {
        this.outline = outline;
        sizes = survey.headingSizes();
        body = survey.bodySize();
        pitch = survey.pitch();
    }

    /// The elements of a page with its headings in place of the lines that print them.
    List<Element> mark(int page, PageRef ref, List<Element> elements) {
        List<Element> marked = new ArrayList<>(elements);
        if (outline.isEmpty()) {
            markByPrint(marked, ref);
        } else {
            int from = 0;
            for (Outline.Entry entry : outline.on(page)) {
                from = mark(entry, ref, marked, from) + 1;
            }
        }
        return marked;
    }

    /// Returns the index of the heading.
    private static int mark(Outline.Entry entry, PageRef ref, List<Element> elements, int from) {
        Heading heading = new Heading(entry.level(), entry.title(), ref);
        for (int first = from; first < elements.size(); first++) {
            int count = isNear(elements.get(first), entry) ? matched(elements, first, entry) : 0;
            if (count > 0) {
                Element top = elements.get(first);
                elements.subList(first, first + count).clear();
                elements.add(first, new Element.Known(heading, area(top)));
                return first - dropChapterLine(elements, first);
            }
        }
        int at = from;
        while (at < elements.size() && elements.get(at).top() < entry.top() - 2) {
            at++;
        }
        elements.add(at, new Element.Known(heading, new Area(0, entry.top(), 0, entry.top())));
        return at;
    }

    private static boolean isNear(Element element, Outline.Entry entry) {
        return entry.top() <= 0
                || element.top() > entry.top() - ABOVE_MAX
                        && element.top() < entry.top() + BELOW_MAX;
    }

    private static Area area(Element element) {
        return new Area(element.left(), element.top(), element.right(), element.top());
    }

    /// How many lines from `first` on print the title; 0 if they do not.
    private static int matched(List<Element> elements, int first, Outline.Entry entry) {
        String title = letters(entry.title());
        String bare = letters(entry.title().replaceFirst("^[\\d.]+\\s+", ""));
        StringBuilder printed = new StringBuilder();
        int last = Math.min(elements.size(), first + LINES_MAX);
        for (int i = first; i < last && elements.get(i) instanceof Element.Text text; i++) {
            printed.append(i == first ? text.line().text() : " " + text.line().text());
            String whole = letters(printed.toString());
            String rest = letters(printed.toString().replaceFirst("^[\\d.]+\\s+", ""));
            if (whole.equals(title) || whole.equals(bare) || rest.equals(title)) {
                return i - first + 1;
            }
            if (!title.startsWith(whole) && !bare.startsWith(whole) && !title.startsWith(rest)) {
                return 0;
            }
        }
        return 0;
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }

    /// "Chapter 5" above the chapter's title says nothing more. Returns how many lines were
    /// dropped.
    private static int dropChapterLine(List<Element> elements, int heading) {
        if (heading > 0
                && elements.get(heading - 1) instanceof Element.Text text
                && CHAPTER.matcher(text.line().text()).matches()) {
            elements.remove(heading - 1);
            return 1;
        }
        return 0;
    }

    private void markByPrint(List<Element> elements, PageRef ref) {
        for (int i = 0; i < elements.size(); i++) {
            int level = level(elements, i);
            if (level == 0 || !(elements.get(i) instanceof Element.Text(var line, _))) {
                continue;
            }
            List<Line> lines = new ArrayList<>(List.of(line));
            while (i + 1 < elements.size()
                    && elements.get(i + 1) instanceof Element.Text(var next, _)
                    && continues(lines.getLast(), next)) {
                lines.add(next);
                elements.remove(i + 1);
            }
            Heading heading = new Heading(level, Line.join(lines), ref);
            elements.set(i, new Element.Known(heading, area(elements.get(i))));
        }
    }

    private boolean continues(Line heading, Line next) {
        float gap = next.baseline() - heading.baseline();
        return Math.abs(next.size() - heading.size()) < 0.3f
                && next.bold() == heading.bold()
                && next.size() > body * 1.12f
                && gap > 0
                && gap < heading.size() * Math.max(1.35f, pitch)
                && !NUMBERED.matcher(next.text()).matches();
    }

    /// The level of the heading that an element is; 0 if it is none.
    private int level(List<Element> elements, int index) {
        if (!(elements.get(index) instanceof Element.Text(var line, var bulleted)) || bulleted) {
            return 0;
        }
        String text = line.text();
        if (text.length() > LENGTH_MAX
                || !text.matches(".*\\p{L}.*")
                || FigureCaption.is(text)
                || SignalWords.notice(text, PageRef.NONE).isPresent()) {
            return 0;
        }
        int rank = sizes.indexOf(Survey.rounded(line.size()));
        if (rank >= 0) {
            return Math.min(rank + 1, LEVEL_MAX);
        }
        if (!line.bold() || line.size() < body * 0.95f) {
            return 0;
        }
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            int depth = numbered.group(1).split("\\.").length;
            return Math.min(sizes.size() + depth, LEVEL_MAX);
        }
        boolean sentence = text.matches(".*[.:;,]");
        return !sentence && line.segments().size() == 1 && standsApart(elements, index)
                ? Math.min(sizes.size() + 1, LEVEL_MAX)
                : 0;
    }

    private boolean standsApart(List<Element> elements, int index) {
        Line line = ((Element.Text) elements.get(index)).line();
        boolean above =
                index == 0
                        || !(elements.get(index - 1) instanceof Element.Text(var before, _))
                        || line.baseline() - before.baseline() > line.size() * pitch * 1.25f;
        boolean below =
                index + 1 < elements.size()
                        && !(elements.get(index + 1) instanceof Element.Text(var next, _)
                                && next.bold());
        return above && below;
    }
}
