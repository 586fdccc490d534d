package dev.andon.node;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Citation;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A question with the reply that it should get; the form is that of the demo plant's questions.
@JsonIgnoreProperties(ignoreUnknown = true)
record ExpectedReply(
        String id, String text, @Nullable String machine, @Nullable String file, Expect expect) {
    private static final JsonMapper JSON = new JsonMapper();

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Expect(
            String kind,
            @Nullable String manual,
            @Nullable String revision,
            @Nullable String page,
            List<String> contains) {
        Expect {
            contains = List.copyOf(contains);
        }
    }

    /// The questions of a file of JSON lines.
    static List<ExpectedReply> read(String lines) {
        List<ExpectedReply> questions = new ArrayList<>();
        for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
            try {
                questions.add(JSON.readValue(line, ExpectedReply.class));
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }
        return questions;
    }

    /// What is wrong with a reply; empty if it is as expected.
    List<String> differences(@Nullable Reply reply) {
        List<String> differences = new ArrayList<>();
        String kind =
                switch (reply) {
                    case null -> "none";
                    case Reply.Answer _ -> "answer";
                    case Reply.Refusal _ -> "refusal";
                    case Reply.Clarification _ -> "clarification";
                    case Reply.Statement _ -> "statement";
                };
        compare("kind", expect.kind(), kind, differences);
        if (reply == null || !differences.isEmpty()) {
            return differences;
        }
        if (reply instanceof Reply.Answer answer) {
            Citation first = answer.citations().getFirst();
            compare("manual", expect.manual(), first.manual().id(), differences);
            compare("revision", expect.revision(), first.manual().revision(), differences);
            compare("page", expect.page(), first.page().printed(), differences);
        }
        String text = reply.text().toLowerCase(Locale.ROOT);
        expect.contains().stream()
                .filter(part -> !text.contains(part.toLowerCase(Locale.ROOT)))
                .forEach(part -> differences.add("lacks " + part));
        return differences;
    }

    private static void compare(
            String what, @Nullable String expected, @Nullable String is, List<String> into) {
        if (!String.valueOf(expected).equals(String.valueOf(is))) {
            into.add(what + " " + is + " instead of " + expected);
        }
    }
}
