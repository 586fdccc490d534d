package dev.andon.node.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.andon.knowledge.retrieval.Citation;
import dev.andon.node.bench.Figure;
import dev.andon.node.eval.BarChart.Bar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// The page of an evaluation: one file, without scripts, that needs nothing else.
public record AnswersPage(AnswersReport report) {
    /// Its name in the folder.
    public static final String FILE = "answers.html";

    private static final Set<String> HEADLINES =
            Set.of(
                    "answers.hit5",
                    "answers.numeric_exact",
                    "answers.refused_unanswerable",
                    "answers.false_refusals",
                    "answers.wrong_machine",
                    "answers.wrong_revision",
                    "answers.hostile_spoken");

    /// Writes the page into a folder; returns the file.
    public Path write(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            Files.writeString(file, html());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    String html() {
        return template()
                .replace("{{lead}}", lead())
                .replace("{{cards}}", cards())
                .replace("{{charts}}", charts())
                .replace("{{groups}}", groups())
                .replace("{{failed}}", failed());
    }

    private static String template() {
        try (InputStream in =
                Objects.requireNonNull(AnswersPage.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String lead() {
        long spoken = report.judgements().size() - report.typed().size();
        StringBuilder lead = new StringBuilder();
        lead.append(
                "%d typed and %d spoken questions in %.0f s."
                        .formatted(report.typed().size(), spoken, report.seconds()));
        if (report.voice() != null) {
            lead.append(" Spoken by ")
                    .append(Html.text(report.voice()))
                    .append(", a voice that the")
                    .append(" embedded speech model never heard.");
        }
        for (String skipped : report.skipped()) {
            lead.append("<br>").append(Html.text(skipped)).append('.');
        }
        return lead.toString();
    }

    private String cards() {
        StringBuilder cards = new StringBuilder();
        List<Figure> figures = new ArrayList<>(report.all().figures());
        if (report.hostile() != null) {
            figures.add(report.hostile().figure());
        }
        for (Figure figure : figures) {
            if (HEADLINES.contains(figure.name())) {
                String tone = figure.met() == null ? "" : figure.met() ? "met" : "missed";
                String goal =
                        figure.goal() == null
                                ? String.valueOf(figure.against())
                                : "goal " + number(figure.goal()) + ", " + figure.against();
                cards.append(
                        """
                        <div class="card %s"><b>%s</b><span>%s</span><small>%s</small></div>\
                        """
                                .formatted(
                                        tone,
                                        number(figure.value()),
                                        Html.text(title(figure.name())),
                                        Html.text(goal)));
            }
        }
        return cards.toString();
    }

    private String charts() {
        List<Bar> searches = new ArrayList<>();
        for (Figure figure : report.all().parts()) {
            if (figure.name().endsWith("hit5")) {
                String search = figure.name().replaceAll("answers\\.|_hit5", "");
                searches.add(new Bar(search, figure.value(), number(figure.value()), "plain"));
            }
        }
        report.all().figures().stream()
                .filter(figure -> figure.name().equals("answers.hit5"))
                .map(f -> new Bar("as the turn ranks", f.value(), number(f.value()), "good"))
                .forEach(searches::add);
        return new BarChart("Found among the first five passages, by search", searches).svg()
                + categories("Right, typed questions by category", report.typed())
                + halves();
    }

    private static String categories(String title, List<Judgement> judgements) {
        List<Bar> bars = new ArrayList<>();
        for (Category category : Category.values()) {
            List<Judgement> of =
                    judgements.stream().filter(j -> j.question().category() == category).toList();
            if (!of.isEmpty()) {
                bars.add(bar(category.title(), of, Judgement::right));
            }
        }
        return new BarChart(title, bars).svg();
    }

    private String halves() {
        List<Bar> bars = new ArrayList<>();
        report.groups()
                .forEach(
                        (name, scores) ->
                                bars.add(
                                        bar(
                                                name.replace('_', ' '),
                                                scores.judgements(),
                                                Judgement::right)));
        return new BarChart("Right, by corpus, half and way of asking", bars).svg();
    }

    private static Bar bar(String label, List<Judgement> of, Predicate<Judgement> counted) {
        long count = of.stream().filter(counted).count();
        double share = (double) count / of.size();
        return new Bar(label, share, count + " of " + of.size(), share >= 0.9 ? "good" : "plain");
    }

    private String groups() {
        Map<String, Scores> groups = report.groups();
        StringBuilder table = new StringBuilder("<table><thead><tr><th>figure</th><th>all</th>");
        groups.keySet()
                .forEach(n -> table.append("<th>").append(n.replace('_', ' ')).append("</th>"));
        table.append("</tr></thead><tbody>");
        for (Figure figure : report.all().figures()) {
            String name = figure.name().substring("answers.".length());
            table.append("<tr><th>").append(Html.text(title(figure.name()))).append("</th>");
            table.append(cell(List.of(figure), name));
            groups.values().forEach(scores -> table.append(cell(scores.figures(), name)));
            table.append("</tr>");
        }
        return table.append("</tbody></table>").toString();
    }

    private static String cell(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().endsWith("." + name))
                .map(
                        figure ->
                                "<td class=\"%s\">%s</td>"
                                        .formatted(
                                                Boolean.FALSE.equals(figure.met()) ? "missed" : "",
                                                number(figure.value())))
                .findFirst()
                .orElse("<td></td>");
    }

    private String failed() {
        StringBuilder list = new StringBuilder();
        for (Judgement judgement : report.failed()) {
            ExamQuestion question = judgement.question();
            boolean unsafe = judgement.wrongMachine() || judgement.wrongRevision();
            list.append(
                    """
                    <details class="%s"><summary><i>%s</i> %s <em>%s</em></summary><dl>%s</dl></details>
                    """
                            .formatted(
                                    unsafe ? "unsafe" : "",
                                    question.category().title()
                                            + (judgement.asked().aloud() ? ", spoken" : ""),
                                    Html.text(question.text()),
                                    Html.text(String.join("; ", judgement.faults())),
                                    facts(judgement)));
        }
        return list.toString();
    }

    private static String facts(Judgement judgement) {
        ExamQuestion question = judgement.question();
        Expectation expect = judgement.expect();
        StringBuilder facts = new StringBuilder();
        fact("question", question.id() + " (" + question.corpus() + ")", facts);
        fact("heard", Objects.requireNonNullElse(judgement.asked().heard(), ""), facts);
        fact("reply", judgement.kind() + ": " + judgement.text(), facts);
        Citation cited = judgement.firstCitation();
        if (cited != null) {
            String page = Objects.requireNonNullElse(cited.page().printed(), "?");
            fact("cited", cited.manual().id() + ", page " + page + ", " + cited.heading(), facts);
        }
        String pages = String.join(", ", expect.pages()) + pdf(expect);
        fact("expected", expect.kind() + " " + String.join(" and ", expect.contains()), facts);
        fact("on page", pages + " " + String.join(", ", expect.headings()), facts);
        fact("must not say", String.join(", ", expect.excludes()), facts);
        return facts.toString();
    }

    private static String pdf(Expectation expect) {
        return expect.pdfPages().isEmpty()
                ? ""
                : " (in the file: " + String.join(", ", expect.pdfPages()) + ")";
    }

    private static void fact(String name, String value, StringBuilder facts) {
        if (!value.isBlank()) {
            facts.append("<dt>%s</dt><dd>%s</dd>".formatted(name, Html.text(value)));
        }
    }

    private static String title(String name) {
        return name.replace("answers.", "").replace('_', ' ');
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
