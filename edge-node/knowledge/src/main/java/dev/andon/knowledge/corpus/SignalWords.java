package dev.andon.knowledge.corpus;

import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Signal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words that begin a safety notice in English, French and German manuals.
///
/// A signal word stands in capitals, or is followed by a colon, an exclamation mark or a dash
/// (`Note: ...`); a symbol may stand before it. "Warning lamps are red." is running text. The word
/// `ATTENTION` is the French CAUTION, and so are its English uses.
public final class SignalWords {
    private static final Map<String, Signal> SIGNALS =
            Map.ofEntries(
                    Map.entry("DANGER", Signal.DANGER),
                    Map.entry("WARNING", Signal.WARNING),
                    Map.entry("CAUTION", Signal.CAUTION),
                    Map.entry("NOTICE", Signal.NOTICE),
                    Map.entry("NOTE", Signal.NOTICE),
                    Map.entry("AVERTISSEMENT", Signal.WARNING),
                    Map.entry("ATTENTION", Signal.CAUTION),
                    Map.entry("AVIS", Signal.NOTICE),
                    Map.entry("REMARQUE", Signal.NOTICE),
                    Map.entry("GEFAHR", Signal.DANGER),
                    Map.entry("WARNUNG", Signal.WARNING),
                    Map.entry("VORSICHT", Signal.CAUTION),
                    Map.entry("HINWEIS", Signal.NOTICE));
    private static final String WORDS =
            String.join("|", SIGNALS.keySet().stream().sorted().toList().reversed());
    private static final String SYMBOL = "[^\\p{L}\\p{N}]{0,4}";
    private static final Pattern CAPITALS =
            Pattern.compile(SYMBOL + "(" + WORDS + ")(?![\\p{L}\\p{N}-])[\\s:!.–—⚠⚡△▲-]*(.*)");
    private static final Pattern MARKED =
            Pattern.compile(
                    SYMBOL + "(" + WORDS + ")\\s*(?:[:!]|\\s[–—-]\\s)[:!]*\\s*(.*)",
                    Pattern.CASE_INSENSITIVE);

    private SignalWords() {}

    /// The notice that running text is, if it begins with a signal word. Its text is what follows
    /// the word; it is empty where the word stands alone.
    public static Optional<Notice> notice(String text, PageRef page) {
        String line = PassageText.oneLine(text);
        Matcher matcher = CAPITALS.matcher(line);
        if (!matcher.matches()) {
            matcher = MARKED.matcher(line);
            if (!matcher.matches()) {
                return Optional.empty();
            }
        }
        Signal signal = SIGNALS.get(matcher.group(1).toUpperCase(Locale.ROOT));
        return signal == null
                ? Optional.empty()
                : Optional.of(new Notice(signal, matcher.group(2), page));
    }
}
