package dev.andon.node.turn;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.retrieval.Citation;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/// A reply in a [TurnReport].
///
/// @param kind `answer`, `refusal`, `clarification`, or the kind of a statement: `read_back`,
///     `done`, `step`, `told`
/// @param text as written
/// @param spoken as said, in plain words
/// @param citations what an answer or a step stands on, best first; empty otherwise
/// @param missing what a refusal did not find
/// @param nearest the section that comes closest to a refused question
/// @param choices what a clarification asks to choose from
public record TurnReportReply(
        String kind,
        String text,
        String spoken,
        List<CitationPart> citations,
        @Nullable String missing,
        @Nullable CitationPart nearest,
        List<String> choices) {
    public TurnReportReply {
        citations = List.copyOf(citations);
        choices = List.copyOf(choices);
    }

    /// @param spoken sentences in plain words
    public static TurnReportReply of(Reply reply, List<String> spoken) {
        String said = String.join(" ", spoken);
        return switch (reply) {
            case Reply.Answer answer ->
                    new TurnReportReply(
                            "answer",
                            answer.text(),
                            said,
                            answer.citations().stream().map(CitationPart::of).toList(),
                            null,
                            null,
                            List.of());
            case Reply.Refusal refusal ->
                    new TurnReportReply(
                            "refusal",
                            refusal.text(),
                            said,
                            List.of(),
                            refusal.missing(),
                            nearest(refusal),
                            List.of());
            case Reply.Clarification clarification ->
                    new TurnReportReply(
                            "clarification",
                            clarification.text(),
                            said,
                            List.of(),
                            null,
                            null,
                            clarification.choices());
            case Reply.Statement statement ->
                    new TurnReportReply(
                            statement.kind().label(),
                            statement.text(),
                            said,
                            statement.citations().stream().map(CitationPart::of).toList(),
                            null,
                            null,
                            List.of());
        };
    }

    /// `quote` or `model` for an answer, null for anything else.
    public static @Nullable String mode(Reply reply) {
        return reply instanceof Reply.Answer answer
                ? answer.mode().name().toLowerCase(Locale.ROOT)
                : null;
    }

    private static @Nullable CitationPart nearest(Reply.Refusal refusal) {
        Citation nearest = refusal.nearest();
        return nearest == null ? null : CitationPart.of(nearest);
    }

    /// Where an answer stands.
    ///
    /// @param manual the document's own number
    /// @param title of the manual
    /// @param revision as printed; null if unknown
    /// @param page as printed; null where the manual prints none
    /// @param pdfPage position in the file, from 1; null where the format has no pages
    /// @param picture where the node serves the page as a picture; null where the format has no
    ///     pages
    /// @param heading of the section
    /// @param quote verbatim
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record CitationPart(
            String manual,
            String title,
            @Nullable String revision,
            @Nullable String page,
            @Nullable Integer pdfPage,
            @Nullable String picture,
            String heading,
            String quote) {
        static CitationPart of(Citation citation) {
            return new CitationPart(
                    citation.manual().id(),
                    citation.manual().title(),
                    citation.manual().revision(),
                    citation.page().printed(),
                    TurnReportPassage.pdfPage(citation.page()),
                    picture(citation),
                    citation.heading(),
                    citation.quote());
        }

        private static @Nullable String picture(Citation citation) {
            if (citation.page().pdf() == 0) {
                return null;
            }
            Manual manual = citation.manual();
            StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
            if (manual.revision() != null) {
                query.add("revision=" + encoded(manual.revision()));
            }
            if (manual.language() != null) {
                query.add("language=" + encoded(manual.language()));
            }
            return "/api/v1/manuals/%s/pages/%d%s"
                    .formatted(encoded(manual.id()), citation.page().pdf(), query);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
