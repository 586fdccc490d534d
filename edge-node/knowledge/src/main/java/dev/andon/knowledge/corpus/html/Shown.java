package dev.andon.knowledge.corpus.html;

import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells what of a page is the manual: not what runs, what leads elsewhere, and what is hidden.
final class Shown {
    private static final Set<String> NEVER =
            Set.of(
                    "script",
                    "style",
                    "template",
                    "noscript",
                    "nav",
                    "iframe",
                    "frame",
                    "object",
                    "embed",
                    "applet",
                    "svg",
                    "canvas",
                    "audio",
                    "video",
                    "button",
                    "select",
                    "input",
                    "textarea",
                    "datalist",
                    "dialog",
                    "head",
                    "link",
                    "meta",
                    "map",
                    "progress",
                    "meter",
                    "colgroup");
    private static final Set<String> ROLES =
            Set.of("navigation", "search", "banner", "contentinfo", "dialog", "menu", "doc-toc");

    /// What the common generators of manuals call their navigation.
    private static final Set<String> CLASSES =
            Set.of(
                    "toc",
                    "navheader",
                    "navfooter",
                    "navigation",
                    "sphinxsidebar",
                    "related",
                    "headerlink",
                    "breadcrumb",
                    "breadcrumbs",
                    "list-of-figures",
                    "list-of-tables",
                    "navbar",
                    "sidebar-nav",
                    "wy-nav-side",
                    "skip-link");
    private static final Pattern HIDDEN =
            Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");

    private Shown() {}

    static boolean is(Element element) {
        return !NEVER.contains(element.normalName())
                && !element.hasAttr("hidden")
                && !element.attr("aria-hidden").equalsIgnoreCase("true")
                && !ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                && !element.id().equals("toc")
                && element.classNames().stream().noneMatch(CLASSES::contains)
                && !HIDDEN.matcher(element.attr("style")).find()
                && !isPageFooter(element);
    }

    /// The footer of the page is navigation; one of an article belongs to it.
    private static boolean isPageFooter(Element element) {
        Element parent = element.parent();
        return (element.normalName().equals("footer") || element.id().equals("footer"))
                && parent != null
                && parent.normalName().equals("body");
    }
}
