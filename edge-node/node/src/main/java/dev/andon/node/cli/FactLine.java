package dev.andon.node.cli;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.FactKind;
import dev.andon.knowledge.corpus.fact.Span;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One fact, for programs.
final class FactLine {
    private FactLine() {}

    static String json(Manual manual, Fact fact) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", FactKind.of(fact).name().toLowerCase(Locale.ROOT));
        line.putAll(
                switch (fact) {
                    case Fact.Value value -> value(value);
                    case Fact.Fault fault -> fault(fault);
                    case Fact.Procedure procedure -> procedure(procedure);
                    case Fact.Notice notice -> notice(notice);
                });
        line.putAll(span(manual, fact.span()));
        return Json.line(line);
    }

    private static Map<String, Object> value(Fact.Value value) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("subject", value.subject());
        line.put("conditions", value.conditions());
        line.put("quantity", value.quantity());
        line.put("relation", value.measure().relation().name().toLowerCase(Locale.ROOT));
        line.put("from", value.measure().from());
        line.put("to", value.measure().to());
        line.put("unit", value.measure().unit());
        line.put("written", value.written());
        return line;
    }

    private static Map<String, Object> fault(Fact.Fault fault) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("code", fault.code());
        line.put("meaning", fault.meaning());
        line.put("causes", fault.causes());
        line.put("remedies", fault.remedies());
        return line;
    }

    private static Map<String, Object> procedure(Fact.Procedure procedure) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("title", procedure.title());
        line.put("notices", procedure.notices().stream().map(FactLine::notice).toList());
        line.put("steps", procedure.steps().stream().map(FactLine::step).toList());
        return line;
    }

    private static Map<String, Object> step(Fact.TypedStep step) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", step.number());
        line.put("type", step.type().name().toLowerCase(Locale.ROOT));
        line.put("text", step.text());
        return line;
    }

    private static Map<String, Object> notice(Fact.Notice notice) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("signal", notice.signal().name().toLowerCase(Locale.ROOT));
        line.put("text", notice.text());
        return line;
    }

    private static Map<String, Object> span(Manual manual, Span span) {
        List<String> path = span.path();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("manual", manual.id());
        line.put("document", manual.title());
        line.put("revision", manual.revision());
        line.put("page", span.page().printed());
        line.put("pdf_page", span.page().pdf());
        line.put("heading", path.isEmpty() ? "" : path.getLast());
        line.put("path", path);
        line.put("quote", span.quote());
        return line;
    }
}
