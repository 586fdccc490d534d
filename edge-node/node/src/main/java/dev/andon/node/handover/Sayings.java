package dev.andon.node.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// The words of a handover in one language, from `sayings-LANGUAGE.properties`: each value is a
/// format of [String#format].
public final class Sayings {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Sayings(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /// A language that a handover is written in.
    public enum Language {
        EN,
        FR,
        DE;

        /// `en`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The words of a language.
    public static Sayings of(Language language) {
        return new Sayings(bundle(language), Locale.forLanguageTag(language.code()));
    }

    static ResourceBundle bundle(Language language) {
        String name = "sayings-" + language.code() + ".properties";
        try (InputStream in = Sayings.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// `en`.
    public String language() {
        return locale.getLanguage();
    }

    /// The saying with this key.
    public String say(String key, Object... values) {
        return String.format(locale, bundle.getString(key), values);
    }

    /// The saying `key.one` for one, `key.many` for any other number, which is its first value.
    String count(String key, long number, Object... others) {
        Object[] values = new Object[others.length + 1];
        values[0] = number;
        System.arraycopy(others, 0, values, 1, others.length);
        return say(key + (number == 1 ? ".one" : ".many"), values);
    }

    /// What a constant is called.
    String name(Enum<?> constant) {
        return say(
                constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT)
                        + "."
                        + constant.name().toLowerCase(Locale.ROOT));
    }

    /// `47 minutes`, `3 hours 10 minutes`; never less than nothing.
    String length(long ms) {
        long minutes = Math.max(0, Math.round(ms / 60_000.0));
        if (minutes < 60) {
            return count("minutes", minutes);
        }
        String hours = count("hours", minutes / 60);
        return minutes % 60 == 0 ? hours : hours + " " + count("minutes", minutes % 60);
    }
}
