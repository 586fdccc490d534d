package dev.andon.knowledge.answer;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Says where a quote stands.
final class Place {
    private static final Pattern SECTION_NUMBER =
            Pattern.compile("^\\s*\\p{Nd}+(?:\\.\\p{Nd}+)*\\.?\\s+");

    private static final Pattern MANUAL =
            Pattern.compile(
                    "(?iu),?\\s*(?:(?:service|maintenance|operating|user|instruction|repair)"
                            + " )?manual$|,?\\s*manuel d.(?:entretien|utilisation)$");

    private Place() {}

    /// `page 12`, `PDF page 14`, or nothing for a manual without pages.
    static String page(PageRef page) {
        if (page.printed() != null) {
            return "page " + page.printed();
        }
        return page.pdf() > 0 ? "PDF page " + page.pdf() : "";
    }

    /// `page 12, revision C`; the title where neither is known.
    static String of(Citation citation) {
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
    static String withTitle(Citation citation) {
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

    /// With a capital, as a sentence begins.
    static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// With a small letter, unless the first word is an abbreviation.
    static String small(String text) {
        boolean abbreviation =
                text.length() > 1
                        && !Character.isLowerCase(text.charAt(1))
                        && text.charAt(1) != ' ';
        return text.isEmpty() || abbreviation
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /// One after the other, as in a sentence: small letters but for the first.
    static String listed(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> i == 0 ? names.get(i) : small(names.get(i)))
                .collect(Collectors.joining(", "));
    }

    /// What a manual is of, as a person would say it: its title less `service manual`.
    static String machine(Manual manual) {
        String machine = MANUAL.matcher(manual.title()).replaceAll("").strip();
        return machine.isEmpty() ? manual.title() : machine;
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }
}
