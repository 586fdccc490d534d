package dev.andon.node.cli;

import dev.andon.knowledge.corpus.IndexReport;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What became of one file, for programs.
final class IndexLine {
    private IndexLine() {}

    static String json(IndexReport.Outcome outcome) {
        return Json.line(
                switch (outcome) {
                    case IndexReport.Indexed it -> indexed(it);
                    case IndexReport.Unchanged it -> facts("unchanged", it.file());
                    case IndexReport.Reembedded it -> facts("reembedded", it.file());
                    case IndexReport.Dropped it -> facts("dropped", it.file());
                    case IndexReport.Duplicate it ->
                            with(facts("duplicate", it.file()), "same_as", it.sameAs().toString());
                    case IndexReport.Yields it -> yields(it);
                    case IndexReport.Refused it ->
                            with(facts("refused", it.file()), "reason", it.reason());
                });
    }

    private static Map<String, Object> indexed(IndexReport.Indexed it) {
        Map<String, Object> facts = facts("indexed", it.file());
        facts.put("manual", it.manual().id());
        facts.put("title", it.manual().title());
        facts.put("class", it.manual().documentClass().words());
        facts.put("revision", it.manual().revision() == null ? "" : it.manual().revision());
        facts.put("passages", it.passages());
        facts.put("unknown", it.unknown());
        facts.put("remarks", it.remarks());
        return facts;
    }

    private static Map<String, Object> yields(IndexReport.Yields it) {
        Map<String, Object> facts = facts("yields", it.file());
        facts.put("manual", it.served().id());
        facts.put("served", it.served().revision() == null ? "" : it.served().revision());
        return facts;
    }

    private static Map<String, Object> facts(String outcome, Path file) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("outcome", outcome);
        facts.put("file", file.toString());
        return facts;
    }

    private static Map<String, Object> with(Map<String, Object> facts, String key, Object value) {
        facts.put(key, value);
        return facts;
    }
}
