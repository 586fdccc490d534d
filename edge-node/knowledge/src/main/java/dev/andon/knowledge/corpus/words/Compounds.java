package dev.andon.knowledge.corpus.words;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The parts of German compounds: who asks for the pump must find the `Hydraulikpumpe`.
///
/// A word is cut where both its sides are words: words that stand alone in the same manual, or the
/// commonest nouns of machines. What is no word on its own is never a part, so a cut inside a word
/// is rare, and costs little: parts weigh less than words.
///
/// @param words knows the stems that may be parts
public record Compounds(Predicate<String> words) {
    private static final int PART_CHARS_MIN = 4;
    private static final int FRONT_CHARS_MIN = 3;

    /// Longer words are no words.
    private static final int WORD_CHARS_MAX = 60;

    private static final List<String> LINKS = List.of("", "s", "n", "en", "es", "er", "e");

    private static final Set<String> COMMON =
            Set.copyOf(
                    Stemming.GERMAN.stems(
                            """
                            Abstand Achse Anlage Anschluss Antrieb Anzeige Anzug Band Behälter Betrieb
                            Blech Bolzen Bremse Deckel Dichtung Draht Drehmoment Drehzahl Druck Düse
                            Einheit Einstellung Element Fehler Feder Fett Filter Flansch Förderer Form
                            Führung Gehäuse Gerät Getriebe Gewicht Gewinde Halter Hebel Hydraulik Kabel
                            Kammer Kette Klemme Kolben Kopf Kreis Kühlung Kupplung Lager Länge Leistung
                            Leitung Luft Maschine Maß Messer Moment Motor Mutter Nummer Platte Pneumatik
                            Presse Prüfung Pumpe Rad Rahmen Regler Reinigung Riemen Ring Rohr Rolle
                            Schalter Schiene Schlauch Schlitten Schlüssel Schmierung Schmierstoff Schmier
                            Schraube Schutz Schutztür Sensor Sicherheit Sicherung Spannung Spindel Stecker
                            Stellung Steuerung Störung Stoff Strom Tank Taste Teil Temperatur Tisch Tür
                            Ventil Verschleiß Versorgung Wagen Wasser Wartung Wechsel Welle Werkzeug Wert
                            Zahl Zahnrad Zange Zeit Zelle Zufuhr Zylinder Öffnung Öl Ölstand\
                            """));

    /// Parts out of these words and the common ones.
    ///
    /// @param stems of German words
    public static Compounds of(Collection<String> stems) {
        Set<String> words = new HashSet<>(COMMON);
        stems.stream().filter(stem -> stem.length() >= PART_CHARS_MIN).forEach(words::add);
        return new Compounds(words::contains);
    }

    /// The parts of a compound, the hindmost first; empty if it is none.
    public Set<String> parts(String stem) {
        Set<String> parts = new LinkedHashSet<>();
        if (stem.length() <= WORD_CHARS_MAX) {
            cut(stem, parts);
        }
        return parts;
    }

    /// Cuts off the longest word at the end, then cuts what stood before it.
    private void cut(String stem, Set<String> parts) {
        for (int at = FRONT_CHARS_MIN; at <= stem.length() - PART_CHARS_MIN; at++) {
            String back = stem.substring(at);
            Optional<String> front =
                    words.test(back) ? word(stem.substring(0, at)) : Optional.empty();
            if (front.isPresent()) {
                parts.add(back);
                parts.add(front.get());
                cut(back, parts);
                cut(front.get(), parts);
                return;
            }
        }
    }

    /// The front of a compound without what links it to the rest.
    private Optional<String> word(String front) {
        return LINKS.stream()
                .filter(front::endsWith)
                .map(link -> front.substring(0, front.length() - link.length()))
                .filter(word -> words.test(word) || isCompound(word))
                .findFirst();
    }

    private boolean isCompound(String word) {
        return word.length() >= FRONT_CHARS_MIN + PART_CHARS_MIN && !parts(word).isEmpty();
    }
}
