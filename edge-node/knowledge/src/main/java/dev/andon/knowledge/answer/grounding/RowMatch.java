package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.answer.grounding.Token.Kind;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measure.Relation;
import dev.andon.knowledge.measure.Measures.Found;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Compares a sentence with one row: each of its figures must be a cell's, said with the words
/// that tell its column from the others, and all of its words the row's.
final class RowMatch {
    /// What is measured in a unit may be said though no header says it.
    private static final Map<String, Set<String>> QUANTITIES =
            Map.of(
                    "N.m",
                            Set.of(
                                    "torque",
                                    "tighten",
                                    "tightened",
                                    "tightening",
                                    "bolts",
                                    "thread"),
                    "bar", Set.of("pressure"),
                    "Cel", Set.of("temperature"),
                    "mm", Set.of("clearance"),
                    "V", Set.of("voltage"),
                    "A", Set.of("current"),
                    "kg", Set.of("weight", "mass"),
                    "/min", Set.of("speed"));

    private final StatedRow row;
    private final Wording sentence;
    private final List<Token> left;
    private final Set<Integer> figures = new HashSet<>();
    private final Set<Integer> names = new HashSet<>();

    private RowMatch(StatedRow row, Wording sentence) {
        this.row = row;
        this.sentence = sentence;
        this.left = new ArrayList<>(sentence.content());
        takeFigures();
        takeNames();
    }

    static RowMatch of(StatedRow row, Wording sentence) {
        return new RowMatch(row, sentence);
    }

    /// Whether the row says all of the sentence, and no other row with these names says otherwise.
    boolean says(List<StatedRow> rows) {
        boolean claims = row.isLegible() && isIdentified() && figures.size() + names.size() > 1;
        return claims
                && row.conditions().stream().allMatch(sentence::has)
                && left.stream().allMatch(token -> isLicensed(token, rows))
                && !isAmbiguous(rows)
                && new OtherTables(row, figures, sentence).agree(rows);
    }

    /// M6 alone names no joint, though only one joint of the table has that thread.
    private boolean isIdentified() {
        return row.key().stream().allMatch(sentence::has) && !row.key().isEmpty()
                || names.stream()
                        .anyMatch(c -> row.isUnique(c) && row.words(c).content().size() > 1);
    }

    /// How many words of the row's names the sentence has; 0 if none of its names is whole.
    int named() {
        return names.stream().mapToInt(column -> row.words(column).content().size()).sum();
    }

    /// Columns whose figures the sentence has right.
    int right() {
        return figures.size();
    }

    private void takeFigures() {
        List<Token> tokens = sentence.content();
        int from = 0;
        int measure = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).kind() == Kind.MEASURE) {
                boolean last = measure == sentence.measures().size() - 1;
                List<Token> about = tokens.subList(from, last ? tokens.size() : at);
                if (takeFigure(sentence.measures().get(measure), about)) {
                    Statement.remove(left, tokens.get(at));
                }
                from = at + 1;
                measure++;
            }
        }
    }

    private boolean takeFigure(Found found, List<Token> about) {
        Measure said = found.measure();
        if (said.relation() == Relation.RANGE) {
            Optional<Integer> low = column(said.from(), said.unit(), about, true);
            Optional<Integer> high = column(said.to(), said.unit(), about, false);
            if (low.isPresent() && high.isPresent()) {
                figures.add(low.get());
                figures.add(high.get());
                return true;
            }
        }
        Optional<Integer> column =
                IntStream.range(0, row.cells().size())
                        .filter(row::isValue)
                        .filter(each -> isFigure(said, each, about))
                        .boxed()
                        .findFirst();
        column.ifPresent(figures::add);
        return column.isPresent();
    }

    /// The column of one end of a range; what tells it from the others beside being the lower or
    /// the upper end must be said: `Lubricated, minimum`.
    private Optional<Integer> column(
            BigDecimal figure, String unit, List<Token> about, boolean minimum) {
        Measure wanted = new Measure(Relation.EXACTLY, figure, figure, unit);
        return IntStream.range(0, row.cells().size())
                .filter(each -> minimum ? row.isMinimum(each) : row.isMaximum(each))
                .filter(each -> row.values().get(each).filter(wanted::equals).isPresent())
                .filter(each -> isEndTold(each, about))
                .boxed()
                .findFirst();
    }

    private boolean isEndTold(int column, List<Token> about) {
        return row.distinction(column).stream()
                .filter(token -> !token.isWord("minimum") && !token.isWord("maximum"))
                .allMatch(token -> about.stream().anyMatch(token::says));
    }

    private boolean isFigure(Measure said, int column, List<Token> about) {
        Measure cell = row.values().get(column).orElseThrow();
        boolean bound =
                cell.relation() == Relation.EXACTLY
                        && (said.relation() == Relation.AT_LEAST && row.isMinimum(column)
                                || said.relation() == Relation.AT_MOST && row.isMaximum(column));
        if (bound) {
            return cell.from().equals(said.from())
                    && cell.unit().equals(said.unit())
                    && isTold(column, about, true);
        }
        return cell.equals(said) && isTold(column, about, false);
    }

    /// Whether the words before a figure tell its column, and no other one.
    private boolean isTold(int column, List<Token> about, boolean boundSaid) {
        List<Token> wanted = new ArrayList<>(row.distinction(column));
        if (boundSaid) {
            wanted.removeIf(t -> t.isWord("minimum") || t.isWord("maximum"));
        }
        boolean told = wanted.stream().allMatch(token -> about.stream().anyMatch(token::says));
        return told
                && IntStream.range(0, row.cells().size())
                        .filter(other -> other != column && row.isValue(other))
                        .mapToObj(row::distinction)
                        .flatMap(List::stream)
                        .filter(token -> row.distinction(column).stream().noneMatch(token::says))
                        .noneMatch(token -> about.stream().anyMatch(token::says));
    }

    /// Longer names first: `Hoist gearbox` before `Hoist`.
    private void takeNames() {
        IntStream.range(0, row.cells().size())
                .filter(row::isName)
                .boxed()
                .sorted(Comparator.comparing((Integer c) -> -row.words(c).content().size()))
                .forEach(this::takeName);
    }

    private void takeName(int column) {
        List<Token> rest = new ArrayList<>(left);
        List<Token> name = row.words(column).content();
        if (!name.isEmpty() && name.stream().allMatch(token -> Statement.remove(rest, token))) {
            left.clear();
            left.addAll(rest);
            names.add(column);
        }
    }

    private boolean isLicensed(Token token, List<StatedRow> rows) {
        boolean header =
                IntStream.range(0, row.cells().size())
                        .filter(column -> figures.contains(column) || names.contains(column))
                        .anyMatch(
                                c -> row.headers().get(c).content().stream().anyMatch(token::says));
        boolean ownName =
                names.stream().anyMatch(c -> row.words(c).content().stream().anyMatch(token::says));
        return header
                || ownName
                || row.conditions().stream().anyMatch(token::says)
                || (token.kind() == Kind.WORD
                        && (Lexicon.isTelling(token.plain()) || isQuantity(token)))
                || isNamedAround(token, rows);
    }

    private boolean isQuantity(Token token) {
        return figures.stream()
                .map(column -> row.values().get(column).orElseThrow().unit())
                .anyMatch(
                        unit ->
                                QUANTITIES.getOrDefault(unit, Set.of()).stream()
                                        .map(Lexicon::comparable)
                                        .anyMatch(token.comparable()::equals));
    }

    /// A model that heads a column, or names a row, is no name of the whole.
    private boolean isNamedAround(Token token, List<StatedRow> rows) {
        boolean ofTable =
                token.kind() == Kind.CODE
                        && rows.stream()
                                .filter(other -> other.table().equals(row.table()))
                                .anyMatch(other -> other.has(token));
        return !ofTable && row.around().name(token);
    }

    /// Whether a row with the same names gives another figure or code: then a condition is missing.
    private boolean isAmbiguous(List<StatedRow> rows) {
        return rows.stream()
                .filter(other -> other.table().header().equals(row.table().header()))
                .anyMatch(other -> figures.isEmpty() ? codeDiffers(other) : figuresDiffer(other));
    }

    private boolean figuresDiffer(StatedRow other) {
        return names.stream().allMatch(c -> other.cells().get(c).equals(row.cells().get(c)))
                && figures.stream()
                        .anyMatch(c -> !other.values().get(c).equals(row.values().get(c)));
    }

    private boolean codeDiffers(StatedRow other) {
        return names.stream()
                .anyMatch(
                        column ->
                                row.words(column).content().stream()
                                                .allMatch(t -> t.kind() == Kind.CODE)
                                        && !other.cells()
                                                .get(column)
                                                .equals(row.cells().get(column))
                                        && names.stream()
                                                .filter(c -> !c.equals(column))
                                                .allMatch(
                                                        c ->
                                                                other.cells()
                                                                        .get(c)
                                                                        .equals(
                                                                                row.cells()
                                                                                        .get(c))));
    }
}
