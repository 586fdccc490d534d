package dev.andon.node.procedure;

import dev.andon.knowledge.answer.words.FirstLetter;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.node.procedure.Outcome.NoRun;
import dev.andon.node.procedure.Outcome.Reading;
import dev.andon.node.procedure.Outcome.Refused;
import dev.andon.node.saying.Words;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What is said of an outcome, in the person's language; steps and notices are the manual's own
/// words, verbatim. The sentences lie in `sayings-LANGUAGE.properties`.
public final class ProcedureSayings {
    private final Words words;

    private ProcedureSayings(Language language) {
        this.words = Words.beside(ProcedureSayings.class, language.code());
    }

    /// The sayings of a language; of English where there are none.
    public static ProcedureSayings of(Language language) {
        return new ProcedureSayings(
                Language.known().contains(language) ? language : Language.ENGLISH);
    }

    /// The lines in their order; none where the answer is the dialogue's own.
    public List<Line> of(Outcome outcome) {
        return switch (outcome) {
            case NoRun _ -> List.of(line("norun"));
            case Outcome.Started(ProcedureRun run, ManualNow manual) -> started(run, manual);
            case Outcome.Offered(ProcedureRun run, _) ->
                    List.of(line("offered", run.text().title(), run.step().number()));
            case Outcome.Reads(ProcedureRun run, Reading how, ManualNow manual) ->
                    reads(run, how, manual);
            case Outcome.Relocked(ProcedureRun run, String left, ManualNow manual) ->
                    withStep(manual(run, manual), line("relocked", left, place(run)), run);
            case Outcome.Paused(ProcedureRun run) -> List.of(line("paused", run.step().number()));
            case Outcome.Stopped(ProcedureRun run) ->
                    List.of(line("stopped", run.text().title(), run.step().number()));
            case Outcome.Finished(ProcedureRun run, ManualNow manual) -> finished(run, manual);
            case Refused refused -> refused(refused);
            case Outcome.Asked(ProcedureRun run) -> reads(run, Reading.AGAIN, same());
            case Outcome.Unguarded _ -> List.of();
        };
    }

    private List<Line> started(ProcedureRun run, ManualNow manual) {
        ProcedureText text = run.text();
        List<Line> lines = new ArrayList<>();
        lines.add(line("started", text.title(), text.manualTitle()));
        lines.add(line("started.steps", text.steps().size()));
        lines.addAll(manual(run, manual));
        for (Notice notice : text.notices()) {
            lines.add(line("notice." + notice.signal().name()));
            lines.add(new Line(notice.text(), true));
        }
        for (Gap gap : text.gaps()) {
            lines.add(line("gap." + gap.kind().name(), gap.before(), gap.after()));
        }
        return withStep(lines, line("reads.NEXT", place(run), text.title()), run);
    }

    private List<Line> reads(ProcedureRun run, Reading how, ManualNow manual) {
        Line lead = line("reads." + how.name(), place(run), run.text().title());
        List<Line> lines = new ArrayList<>(withStep(manual(run, manual), lead, run));
        if (how == Reading.HELP && !run.step().guarded()) {
            lines.add(line("ask.other"));
        }
        return lines;
    }

    private List<Line> refused(Refused refused) {
        Line why = line("refused." + refused.why().name(), refused.said());
        return withStep(List.of(why), line("reads.AGAIN", place(refused.run())), refused.run());
    }

    private List<Line> finished(ProcedureRun run, ManualNow manual) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("finished", run.text().title()));
        switch (manual) {
            case ManualNow.Newer(String now) ->
                    lines.add(line("manual.newer.end", revision(now), revision(run)));
            case ManualNow.Gone() -> lines.add(line("manual.gone"));
            case ManualNow.Same() -> {}
        }
        return lines;
    }

    private List<Line> manual(ProcedureRun run, ManualNow manual) {
        return switch (manual) {
            case ManualNow.Newer(String now) ->
                    List.of(line("manual.newer", revision(now), revision(run)));
            case ManualNow.Gone() -> List.of(line("manual.gone"));
            case ManualNow.Same() -> List.of();
        };
    }

    /// What stands before, the step, and what it asks for.
    private List<Line> withStep(List<Line> before, Line lead, ProcedureRun run) {
        Step step = run.step();
        List<Line> lines = new ArrayList<>(before);
        lines.add(lead);
        lines.add(new Line(step.text(), true));
        if (step.guarded()) {
            lines.add(line("ask." + step.type().name(), step.number()));
        }
        return lines;
    }

    private String place(ProcedureRun run) {
        int count = run.text().steps().size();
        String number = run.step().number();
        int at = run.position() + 1;
        return number.equals(String.valueOf(at)) && run.text().gaps().isEmpty()
                ? said("place.plain", number, count)
                : said("place.odd", number, count, at);
    }

    private String revision(ProcedureRun run) {
        return revision(run.text().revision());
    }

    private String revision(@Nullable String revision) {
        return revision == null ? said("manual.unknown") : revision;
    }

    private Line line(String key, Object... values) {
        return new Line(FirstLetter.capital(said(key, values)), false);
    }

    private String said(String key, Object... values) {
        return words.say(key, values);
    }

    private static ManualNow same() {
        return new ManualNow.Same();
    }
}
