package dev.andon.knowledge.corpus.language;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;

import dev.andon.knowledge.corpus.LanguageDetector;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Compares the groups of letters of a text with those of [#LANGUAGES].
///
/// The languages beside those that are spoken to a machine stand there so that a text in one of
/// them is not taken for English. The profiles are loaded with the first text, in about half a
/// second.
public final class NgramDetector implements LanguageDetector {
    /// The languages that it can tell apart.
    public static final List<String> LANGUAGES =
            List.of(
                    "en", "fr", "de", "it", "es", "pt", "nl", "da", "sv", "no", "fi", "pl", "cs",
                    "sk", "hu", "ro", "tr", "ru", "uk", "el", "ar", "he", "fa", "ja", "ko",
                    "zh-CN");

    /// Shorter texts are codes and names more often than language.
    static final int LETTERS_MIN = 60;

    /// The first pages of a manual are enough, and bound the time.
    static final int LETTERS_MAX = 20_000;

    /// Above it no paragraph of fourteen documents in French and English was taken for a third
    /// language.
    private static final double CONFIDENCE_MIN = 0.99;

    private com.optimaize.langdetect.@Nullable LanguageDetector profiles;

    @Override
    public @Nullable String language(String text) {
        String start = text.substring(0, Math.min(text.length(), LETTERS_MAX));
        if (start.codePoints().filter(Character::isLetter).count() < LETTERS_MIN) {
            return null;
        }
        List<DetectedLanguage> found = profiles().getProbabilities(start);
        return found.isEmpty() || found.getFirst().getProbability() < CONFIDENCE_MIN
                ? null
                : found.getFirst().getLocale().getLanguage();
    }

    private synchronized com.optimaize.langdetect.LanguageDetector profiles() {
        if (profiles == null) {
            profiles = load();
        }
        return profiles;
    }

    private static com.optimaize.langdetect.LanguageDetector load() {
        try {
            List<LdLocale> locales = LANGUAGES.stream().map(LdLocale::fromString).toList();
            return LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(new LanguageProfileReader().readBuiltIn(locales))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("the profiles lie in the library's own jar", e);
        }
    }
}
