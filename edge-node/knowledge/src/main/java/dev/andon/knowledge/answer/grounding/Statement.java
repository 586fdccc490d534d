package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One sentence that a manual states: of running text, a step, a notice, or a cell of a table.
///
/// @param wording of the sentence
/// @param key what must be named with it: of a cell, its row
/// @param around what may be named with it
/// @param block that it stands in
/// @param verbatim the step, notice, row or sentence that is spoken in the place of another
record Statement(
        Wording wording, List<Token> key, Surroundings around, Block block, String verbatim) {
    Statement {
        key = List.copyOf(key);
    }

    Citation citation() {
        return citation(around, block.page(), verbatim);
    }

    static Citation citation(Surroundings around, PageRef page, String quote) {
        return new Citation(around.passage().manual(), page, around.passage().heading(), quote);
    }

    /// Whether a sentence says just this: every word of either in the other, in the same order,
    /// save neutral ones and the names of what is around it.
    boolean says(Wording sentence) {
        List<Token> wanted = new ArrayList<>(wording.content());
        List<Token> kept = new ArrayList<>();
        List<Token> keys = new ArrayList<>(key);
        for (Token token : sentence.content()) {
            if (remove(wanted, token)) {
                kept.add(token);
            } else if (!remove(keys, token) && !around.name(token) && !key.contains(token)) {
                return false;
            }
        }
        return wanted.isEmpty() && keys.isEmpty() && isInOrder(kept);
    }

    /// How much a sentence and this one have in common, 0 to 1 (Dice).
    double likeness(Wording sentence) {
        List<Token> mine = new ArrayList<>(wording.content());
        mine.addAll(key);
        List<Token> its = sentence.content();
        int all = mine.size() + its.size();
        long common = its.stream().filter(token -> remove(mine, token)).count();
        return all == 0 ? 0 : 2.0 * common / all;
    }

    /// The very order; or a clause brought to the front; or, where nothing opposes it, the verb
    /// that a step begins with moved (`Tighten the cover` - `The cover is tightened`).
    private boolean isInOrder(List<Token> kept) {
        List<String> mine = comparables(wording.content());
        List<String> its = comparables(kept);
        for (int turn = 0; turn < Math.max(1, mine.size()); turn++) {
            List<String> turned = new ArrayList<>(mine);
            Collections.rotate(turned, turn);
            if (turned.equals(its)) {
                return true;
            }
        }
        return mine.size() > 1 && hasOneVerbAtMost() && withoutFirst(mine, its);
    }

    private boolean hasOneVerbAtMost() {
        return wording.content().stream().filter(Lexicon::isPolar).count() <= 1;
    }

    private static boolean withoutFirst(List<String> mine, List<String> its) {
        List<String> rest = new ArrayList<>(its);
        return rest.remove(mine.getFirst()) && rest.equals(mine.subList(1, mine.size()));
    }

    private static List<String> comparables(List<Token> tokens) {
        return tokens.stream().map(Token::comparable).toList();
    }

    static boolean remove(List<Token> tokens, Token token) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).says(token)) {
                tokens.remove(i);
                return true;
            }
        }
        return false;
    }
}
