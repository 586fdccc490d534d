package dev.andon.node.saying;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// What a room says in one language, from `sayings-LANGUAGE.properties` beside it: each value is a
/// format of [String#format].
public final class Words {
    private static final int MINUTES_AN_HOUR = 60;
    private static final double MS_A_MINUTE = 60_000.0;

    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /// The words of a room.
    ///
    /// @param room a class of it
    /// @param language `en`, `fr` or `de`
    public static Words beside(Class<?> room, String language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        room.getPackageName() + ".sayings-" + language,
                        Locale.ROOT,
                        room.getClassLoader());
        return new Words(bundle, Locale.forLanguageTag(language));
    }

    /// `en`.
    public String language() {
        return locale.getLanguage();
    }

    /// The keys that there are.
    public Set<String> keys() {
        return bundle.keySet();
    }

    /// The saying with this key.
    public String say(String key, Object... values) {
        return String.format(locale, bundle.getString(key), values);
    }

    /// The saying as it is written, placeholders and all.
    public String format(String key) {
        return bundle.getString(key);
    }

    /// The saying `key.one` for one, `key.many` for any other number, which is its first value.
    public String count(String key, long number, Object... others) {
        Object[] values = new Object[others.length + 1];
        values[0] = number;
        System.arraycopy(others, 0, values, 1, others.length);
        return say(key + (number == 1 ? ".one" : ".many"), values);
    }

    /// What a constant is called, by the key `moment.failed`.
    public String name(Enum<?> constant) {
        return say(
                constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT)
                        + "."
                        + constant.name().toLowerCase(Locale.ROOT));
    }

    /// `47 minutes`, `3 hours 10 minutes`, by the keys `minutes` and `hours`; never less than
    /// nothing.
    public String length(long ms) {
        long minutes = Math.max(0, Math.round(ms / MS_A_MINUTE));
        if (minutes < MINUTES_AN_HOUR) {
            return count("minutes", minutes);
        }
        String hours = count("hours", minutes / MINUTES_AN_HOUR);
        return minutes % MINUTES_AN_HOUR == 0
                ? hours
                : hours + " " + count("minutes", minutes % MINUTES_AN_HOUR);
    }
}
