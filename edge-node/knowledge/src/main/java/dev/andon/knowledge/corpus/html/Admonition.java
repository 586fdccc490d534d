package dev.andon.knowledge.corpus.html;

import dev.andon.knowledge.corpus.Block.Signal;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Knows safety notices by their class, whichever generator wrote them.
final class Admonition {
    private static final Map<String, Signal> CLASSES =
            Map.ofEntries(
                    Map.entry("danger", Signal.DANGER),
                    Map.entry("warning", Signal.WARNING),
                    Map.entry("avertissement", Signal.WARNING),
                    Map.entry("warnung", Signal.WARNING),
                    Map.entry("caution", Signal.CAUTION),
                    Map.entry("attention", Signal.CAUTION),
                    Map.entry("vorsicht", Signal.CAUTION),
                    Map.entry("important", Signal.NOTICE),
                    Map.entry("notice", Signal.NOTICE),
                    Map.entry("note", Signal.NOTICE),
                    Map.entry("tip", Signal.NOTICE),
                    Map.entry("hint", Signal.NOTICE),
                    Map.entry("hinweis", Signal.NOTICE),
                    Map.entry("remarque", Signal.NOTICE),
                    Map.entry("alert-danger", Signal.DANGER),
                    Map.entry("alert-warning", Signal.WARNING),
                    Map.entry("alert-info", Signal.NOTICE));

    /// What stands where the signal word would: it is said by the class already.
    private static final String TITLES =
            ".admonition-title, td.icon, .admonition-heading, .warningtitle, .cautiontitle,"
                    + " .dangertitle, .notetitle, .note__title";

    private Admonition() {}

    /// The severity that an element is marked with, the worst of them; null if it is no notice.
    static @Nullable Signal signal(Element element) {
        if (!element.isBlock() || element.normalName().matches("body|html|main|h\\d|tr|td|th|li")) {
            return null;
        }
        Signal worst = null;
        for (String name : element.classNames()) {
            Signal signal = CLASSES.get(name.toLowerCase(Locale.ROOT));
            if (signal != null && (worst == null || signal.compareTo(worst) < 0)) {
                worst = signal;
            }
        }
        return worst;
    }

    /// Whether an element holds more than one notice would: headings, or a table of values.
    static boolean isSection(Element element) {
        return element.select("h1, h2, h3, h4, h5, h6").size() > 1
                || element.selectFirst("table table, thead, td ~ td ~ td") != null;
    }

    /// The text of a notice without its title, which repeats the class: the whole title where the
    /// document names it, else a first heading or a table head that is one short word or two.
    static String text(Element element) {
        Element body = element.clone();
        body.select(TITLES).remove();
        Element first = body.selectFirst("h1, h2, h3, h4, h5, h6, th, dt, .title");
        if (first != null && isLabel(first)) {
            first.remove();
        }
        return InlineText.of(body);
    }

    private static boolean isLabel(Element title) {
        return List.of(title.text().strip().split("\\s+")).size() <= 2
                && title.text().length() < 20;
    }
}
