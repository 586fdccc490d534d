package dev.andon.node.dialog;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.node.dialog.phrase.Filling;
import dev.andon.node.dialog.phrase.Fillings;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.node.dialog.phrase.Slot;
import dev.andon.node.dialog.phrase.Tokens;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What fills a slot at this plant: [Machines] for `{machine}`, a string for `{fault}` and
/// `{text}`, a [Wait], UTC milliseconds for `{time}`, an integer for `{number}`.
final class PlantFillings implements Fillings {
    private static final int WORDS_MAX = 10;
    private static final Pattern ANY_CODE = Pattern.compile("[A-Z]{0,3}[0-9]{1,5}");
    private static final Map<Wait, String> WAITS =
            Map.of(
                    Wait.PART, "wait-part",
                    Wait.EXPERT, "wait-expert",
                    Wait.PERMIT, "wait-permit");

    private final PhraseBook book;
    private final MachineNames machines;
    private final SpokenTime times;
    private final Set<String> faultNames = new HashSet<>();
    private final Set<String> codes = new HashSet<>();

    PlantFillings(
            PhraseBook book, AssetRegister register, MachineNames machines, SpokenTime times) {
        this.book = book;
        this.machines = machines;
        this.times = times;
        register.machines().stream()
                .flatMap(machine -> machine.faults().stream())
                .forEach(this::add);
    }

    /// Machines that one name fits.
    record Machines(List<Machine> machines) {
        Machines {
            machines = List.copyOf(machines);
        }
    }

    private void add(FaultCode fault) {
        codes.add(WrittenCode.canonical(fault.code()));
        faultNames.add(String.join(" ", Tokens.of(fault.name())));
        fault.aliases().forEach(alias -> faultNames.add(String.join(" ", Tokens.of(alias))));
    }

    @Override
    public List<Filling> at(Slot slot, String language, List<String> words, int at) {
        int articles = slot == Slot.TIME || slot == Slot.NUMBER ? 0 : articles(language, words, at);
        List<Filling> fillings = new ArrayList<>();
        for (int skipped = articles; skipped >= 0; skipped--) {
            List<String> rest = words.subList(at + skipped, words.size());
            for (int length = Math.min(WORDS_MAX, rest.size()); length > 0; length--) {
                Object value = value(slot, language, rest.subList(0, length));
                if (value != null) {
                    fillings.add(new Filling(skipped + length, value));
                }
            }
        }
        // "A one oh one" is A-101 where the register has that, not one hundred and one.
        fillings.sort(Comparator.comparing(filling -> !codes.contains(filling.value())));
        return fillings;
    }

    private int articles(String language, List<String> words, int at) {
        List<List<String>> articles = book.words(language, "article");
        return at + 1 < words.size() && articles.contains(List.of(words.get(at))) ? 1 : 0;
    }

    private @Nullable Object value(Slot slot, String language, List<String> words) {
        return switch (slot) {
            case MACHINE -> machine(words);
            case FAULT -> fault(language, words);
            case WAIT -> waitFor(language, words);
            case TIME -> time(language, words);
            case NUMBER -> number(language, words);
            case TEXT -> String.join(" ", words);
        };
    }

    private @Nullable Machines machine(List<String> words) {
        Set<Machine> named = machines.called(String.join(" ", words));
        return named.isEmpty() ? null : new Machines(List.copyOf(named));
    }

    /// A code of the register in any spelling, the name of a fault, or what is written like a code:
    /// whether the machine has it is found out later.
    private @Nullable String fault(String language, List<String> words) {
        String said = String.join(" ", words);
        if (faultNames.contains(said)) {
            return said;
        }
        List<String> coded = NumbersInWords.inCode(words, language);
        String announced = WrittenForm.of("fault " + String.join(" ", coded));
        String code = WrittenCode.canonical(announced.substring("fault ".length()));
        boolean written = coded.stream().allMatch(PlantFillings::mayBeOfCode);
        return written && (codes.contains(code) || ANY_CODE.matcher(code).matches())
                ? code.toUpperCase(Locale.ROOT)
                : null;
    }

    /// "the filler" is no code, whatever its letters may spell.
    private static boolean mayBeOfCode(String word) {
        return word.length() == 1
                || word.chars().anyMatch(Character::isDigit)
                || SpokenNumber.isNumberWord(word)
                || WrittenForm.isPartOfCode(word);
    }

    private @Nullable Wait waitFor(String language, List<String> words) {
        return WAITS.entrySet().stream()
                .filter(wait -> book.words(language, wait.getValue()).contains(words))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Long time(String language, List<String> words) {
        String phrase = String.join(" ", NumbersInWords.inDigits(words, language));
        return times.of(phrase, language).orElse(null);
    }

    private static @Nullable Integer number(String language, List<String> words) {
        if (words.size() == 1 && NumbersInWords.isOne(words.getFirst(), language)) {
            return 1;
        }
        SpokenNumber.Read read = NumbersInWords.at(words, language);
        return read != null && read.words() == words.size() && read.digits().matches("\\d{1,4}")
                ? Integer.valueOf(read.digits())
                : null;
    }
}
