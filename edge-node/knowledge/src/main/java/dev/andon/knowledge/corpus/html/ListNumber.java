package dev.andon.knowledge.corpus.html;

import org.jsoup.nodes.Element;

/// Numbers the items of one ordered list as a browser does.
final class ListNumber {
    private final String prefix;
    private final boolean letters;
    private final int by;
    private int next;

    /// @param prefix the number of the step that the list stands in, with a dot; empty outside
    ListNumber(Element list, String prefix) {
        this.prefix = prefix;
        boolean reversed = list.hasAttr("reversed");
        long items = list.children().stream().filter(c -> c.normalName().equals("li")).count();
        by = reversed ? -1 : 1;
        next = number(list.attr("start"), reversed ? (int) items : 1);
        letters = list.attr("type").equalsIgnoreCase("a") || list.hasClass("loweralpha");
    }

    String of(Element item) {
        int number = Math.max(0, number(item.attr("value"), next));
        next = number + by;
        boolean letter = letters && number >= 1 && number <= 26;
        return prefix + (letter ? String.valueOf((char) ('a' + number - 1)) : number);
    }

    private static int number(String attribute, int otherwise) {
        return attribute.strip().matches("-?\\d{1,6}")
                ? Integer.parseInt(attribute.strip())
                : otherwise;
    }
}
