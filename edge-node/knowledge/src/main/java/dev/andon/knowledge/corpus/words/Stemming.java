package dev.andon.knowledge.corpus.words;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How the words of a language become the words of the index.
///
/// Words are runs of letters and digits: an apostrophe divides, so an elided article (`l'huile`) is
/// a word of its own. A text whose language nobody knows is read as English, which leaves most
/// words of other languages whole; one in a known language without a stemmer here is not stemmed.
public enum Stemming {
    /// Porter's stems.
    ENGLISH("en") {
        @Override
        TokenStream stems(TokenStream words) {
            return new PorterStemFilter(new ASCIIFoldingFilter(words));
        }
    },
    /// Light stems: plurals, genders and the commonest endings.
    FRENCH("fr") {
        @Override
        TokenStream stems(TokenStream words) {
            return new ASCIIFoldingFilter(new FrenchLightStemFilter(words));
        }
    },
    /// Light stems; `ä`, `ae` and `a` are one letter, `ß` is `ss`.
    GERMAN("de") {
        @Override
        TokenStream stems(TokenStream words) {
            return new ASCIIFoldingFilter(
                    new GermanLightStemFilter(new GermanNormalizationFilter(words)));
        }
    },
    /// Lower case without accents.
    NONE("xx") {
        @Override
        TokenStream stems(TokenStream words) {
            return new ASCIIFoldingFilter(words);
        }
    };

    private final String mark;
    private final Analyzer analyzer = new Chain();

    Stemming(String mark) {
        this.mark = mark;
    }

    abstract TokenStream stems(TokenStream words);

    /// The stemming of a language.
    ///
    /// @param language BCP 47; null if nobody knows it
    public static Stemming of(@Nullable String language) {
        if (language == null) {
            return ENGLISH;
        }
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "", "und", "en" -> ENGLISH;
            case "fr" -> FRENCH;
            case "de" -> GERMAN;
            default -> NONE;
        };
    }

    /// Two letters that keep the words of this language apart from equal words of another: `die` is
    /// a tool in English and nothing in German.
    public String mark() {
        return mark;
    }

    /// The stems of a text in its order.
    public List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        try (TokenStream stream = analyzer.tokenStream("", composed)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems;
    }

    private final class Chain extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = CharTokenizer.fromTokenCharPredicate(Chain::isInWord);
            return new TokenStreamComponents(words, stems(new LowerCaseFilter(words)));
        }

        private static boolean isInWord(int c) {
            return Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK;
        }
    }
}
