package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.ocr.RecognizedLine;
import dev.andon.knowledge.corpus.ocr.RecognizedWord;
import dev.andon.knowledge.corpus.ocr.Tesseract;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/// Reads the words of a page that is a picture, so that it goes the way of every other page.
///
/// A number that is misread is worse than one that is missing. So every page is read twice, at two
/// resolutions. A number, a code or a unit stands only if both readings agree on it, any other word
/// if the program is sure of it or both agree; else [#ILLEGIBLE] stands in its place, which no
/// answer can take for a value.
final class PictureText {
    /// Stands for a word that cannot be read with certainty.
    static final String ILLEGIBLE = PassageText.ILLEGIBLE;

    private static final int DPI = 300;

    /// Of the second reading: other pixels, so other mistakes.
    private static final int DPI_AGAIN = 400;

    /// A longer word without digits stands if the program is that sure of it, or reads it twice;
    private static final int SURE_OF_WORDS = 60;

    /// a word with digits, or as short as a unit, only if it is that sure and reads it twice.
    private static final int SURE_OF_FACTS = 65;

    private static final int UNIT_LENGTH_MAX = 2;

    /// Letters that a lone digit is taken for: `to O bar`.
    private static final Pattern LIKE_DIGITS = Pattern.compile("[OoIl|]{1,3}");

    /// Sizes nearer than this part are one: how high a line is depends on its letters.
    private static final float SAME_SIZE = 0.15f;

    /// Capitals and digits are this part of the font size high.
    private static final double CAPITAL = 0.72;

    private static final float POINTS_PER_INCH = 72;
    static final Word.Face FACE = new Word.Face(false, false, false);

    private final Tesseract tesseract;
    private final PageRaster raster;
    private final @Nullable String language;

    /// A word of one reading.
    private record Read(Word word, int confidence) {
        /// Numbers, codes and units.
        boolean isFact() {
            return word.text().length() <= UNIT_LENGTH_MAX
                    || word.text().chars().anyMatch(Character::isDigit);
        }

        boolean isLike(Read other) {
            boolean here =
                    Math.abs(word.baseline() - other.word.baseline()) < word.size() / 2
                            && other.word.left() < word.middle()
                            && other.word.right() > word.middle();
            return here && word.text().equals(other.word.text());
        }
    }

    /// @param language BCP 47; null if nobody knows it
    PictureText(Tesseract tesseract, PDDocument document, @Nullable String language) {
        this.tesseract = tesseract;
        this.raster = new PageRaster(document);
        this.language = language;
    }

    /// What stands on a page, in points from its upper left corner.
    record Recognised(List<Word> words, List<Rule> rules) {}

    /// Reads a page.
    ///
    /// @param page from 0
    /// @throws dev.andon.knowledge.StageException `corpus`: `picture-too-large`, and the failures
    ///     of [Tesseract#read]
    Recognised read(int page) throws IOException {
        List<Rule> rules = new ArrayList<>();
        List<Read> first = reading(page, DPI, rules);
        List<Read> again = first.isEmpty() ? first : reading(page, DPI_AGAIN, new ArrayList<>());
        return new Recognised(first.stream().map(read -> settled(read, again)).toList(), rules);
    }

    private static Word settled(Read read, List<Read> again) {
        Word word = read.word();
        boolean agreed = again.stream().anyMatch(read::isLike);
        boolean stands =
                !LIKE_DIGITS.matcher(word.text()).matches()
                        && (read.isFact()
                                ? agreed && read.confidence() >= SURE_OF_FACTS
                                : agreed || read.confidence() >= SURE_OF_WORDS);
        return stands
                ? word
                : new Word(
                        ILLEGIBLE, word.left(), word.right(), word.baseline(), word.size(), FACE);
    }

    /// @param rules takes those of the page
    private List<Read> reading(int page, int wanted, List<Rule> rules) throws IOException {
        int dpi = raster.fitting(page, wanted);
        float scale = POINTS_PER_INCH / dpi;
        Path file = Files.createTempFile("andon-page-", ".png");
        try {
            BufferedImage picture = raster.draw(page, dpi, false);
            rules.addAll(PictureRules.of(picture, scale));
            ImageIO.write(picture, "png", file.toFile());
            return words(tesseract.read(file, dpi, language), scale);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Straightens a sheet that lay askew: all lines are turned by the slope that is in the middle.
    private static List<Read> words(List<RecognizedLine> lines, float scale) {
        List<Double> slopes = lines.stream().map(RecognizedLine::slope).sorted().toList();
        double slope = slopes.isEmpty() ? 0 : slopes.get(slopes.size() / 2);
        List<Double> heights = lines.stream().map(PictureText::height).sorted().toList();
        List<Read> words = new ArrayList<>();
        for (RecognizedLine line : lines) {
            double body = heights.get(heights.size() / 2);
            double height = height(line);
            boolean usual = Math.abs(height - body) < SAME_SIZE * body;
            float size = Math.round((usual ? body : height) / CAPITAL * scale);
            for (RecognizedWord word : line.words()) {
                double rise = (line.slope() - slope) * word.left();
                Word placed =
                        new Word(
                                word.text(),
                                word.left() * scale,
                                word.right() * scale,
                                (float) (line.baseline() + rise) * scale,
                                size,
                                FACE);
                words.add(new Read(placed, word.confidence()));
            }
        }
        return words;
    }

    /// How high a line's capitals are, in pixels: the middle of its words, since specks of dirt are
    /// taken for words.
    private static double height(RecognizedLine line) {
        List<Double> heights =
                line.words().stream()
                        .filter(word -> word.text().codePoints().anyMatch(PictureText::isTall))
                        .map(word -> line.baseline() + line.slope() * word.left() - word.top())
                        .sorted()
                        .toList();
        if (heights.isEmpty()) {
            RecognizedWord word = line.words().getFirst();
            return Math.max(1, word.bottom() - word.top());
        }
        return Math.max(1, heights.get(heights.size() / 2));
    }

    private static boolean isTall(int letter) {
        return Character.isUpperCase(letter)
                || Character.isDigit(letter)
                || "bdfhklß".indexOf(letter) >= 0;
    }
}
