package dev.andon.node.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds what a pattern says; where the pattern has a group `number`, that alone belongs to a
/// person.
///
/// @param kind what it is
/// @param pattern of it
record PatternFinder(Span.Kind kind, Pattern pattern) implements Finder {
    private static final String GROUP = "number";

    @Override
    public List<Span> find(FoldedText text) {
        List<Span> spans = new ArrayList<>();
        boolean grouped = pattern.namedGroups().containsKey(GROUP);
        boolean sure = kind == Span.Kind.MAIL;
        for (MatchResult match : pattern.matcher(text.original()).results().toList()) {
            int start = grouped ? match.start(GROUP) : match.start();
            int end = grouped ? match.end(GROUP) : match.end();
            if (start < end) {
                spans.add(new Span(start, end, kind, sure));
            }
        }
        return spans;
    }
}
