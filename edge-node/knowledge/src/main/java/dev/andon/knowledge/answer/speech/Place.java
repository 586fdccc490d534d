package dev.andon.knowledge.answer.speech;

import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;

import java.util.Locale;
import java.util.regex.Pattern;

/// Says where a quote stands.
public final class Place {
    private static final Pattern SECTION_NUMBER =
            Pattern.compile("^\\s*\\p{Nd}+(?:\\.\\p{Nd}+)*\\.?\\s+");

    private Place() {}

    /// `page 12`, `PDF page 14`, or nothing for a manual without pages.
    static String page(PageRef page) {
        if (page.printed() != null) {
            return "page " + page.printed();
        }
        return page.pdf() > 0 ? "PDF page " + page.pdf() : "";
    }

    /// `page 12, revision C`; the title where neither is known.
    public static String of(Citation citation) {
        return of(citation, citation.page());
    }

    /// The same for another page of the manual.
    static String of(Citation citation, PageRef page) {
        String revision =
                citation.manual().revision() == null
                        ? ""
                        : "revision " + citation.manual().revision();
        String both = join(page(page), revision);
        return both.isEmpty() ? citation.manual().title() : both;
    }

    /// `PX-200 service manual, page 12, revision C`.
    public static String withTitle(Citation citation) {
        String place = of(citation);
        String title = citation.manual().title();
        return place.equals(title) ? title : join(title, place);
    }

    /// A heading without its number, for the voice.
    static String heading(Citation citation) {
        return SECTION_NUMBER.matcher(citation.heading()).replaceFirst("");
    }

    /// The English name of the manual's language.
    static String language(Citation citation) {
        return Locale.forLanguageTag(String.valueOf(citation.manual().language()))
                .getDisplayLanguage(Locale.ENGLISH);
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }
}
