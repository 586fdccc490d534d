package dev.andon.node.eval.dialogue;

import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.node.saying.Phrase;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A read-back as a person hears it, held against what the person meant.
///
/// @param text as Andon says it
/// @param language BCP 47
record ReadBackSaid(String text, String language) {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})");
    private static final Pattern MINUTES = Pattern.compile("(\\d+) [Mm]inute");
    private static final int DAY = 24 * 60;

    /// When a machine stopped.
    ///
    /// @param at UTC milliseconds
    /// @param minutes ago
    record Since(long at, int minutes) {}

    /// What of it is wrong.
    enum Wrong {
        MACHINE,
        FAULT,
        SINCE,
        /// It is no opening of an incident.
        ACT
    }

    /// The first slot that is not as it was meant; null if all are.
    ///
    /// @param fault null: none was meant
    /// @param since when the machine stopped
    @Nullable Wrong wrong(Machine machine, @Nullable FaultCode fault, Since since) {
        Matcher said = Asked.pattern(language, "read.back", 2).matcher(text);
        String opening = Asked.words(language, Phrase.of("act.open", ""));
        if (!said.lookingAt() || !said.group(2).startsWith(opening)) {
            return Wrong.ACT;
        }
        String what = said.group(1);
        if (!what.equals(machine.name()) && !what.startsWith(machine.name() + ",")) {
            return Wrong.MACHINE;
        }
        if (!what.equals(Asked.words(language, what(machine, fault)))) {
            return Wrong.FAULT;
        }
        return isSince(said.group(2), since) ? null : Wrong.SINCE;
    }

    private static Phrase what(Machine machine, @Nullable FaultCode fault) {
        return fault == null
                ? Phrase.of("what", machine.name())
                : Phrase.of("what.fault", machine.name(), fault.code(), fault.name());
    }

    /// As minutes ago within the hour, and on the clock.
    private static boolean isSince(String entry, Since since) {
        Matcher minutes = MINUTES.matcher(entry);
        boolean told = minutes.find();
        boolean expected = since.minutes() > 1 && since.minutes() < 60;
        if (told != expected || told && Integer.parseInt(minutes.group(1)) != since.minutes()) {
            return false;
        }
        return isOnTheClock(entry, since.at());
    }

    /// The clock of a read-back has no seconds.
    private static boolean isOnTheClock(String entry, long since) {
        Matcher time = TIME.matcher(entry);
        if (!time.find()) {
            return false;
        }
        int said = Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
        LocalTime meant = Instant.ofEpochMilli(since).atZone(ZoneId.systemDefault()).toLocalTime();
        int apart = Math.floorMod(said - (meant.getHour() * 60 + meant.getMinute()), DAY);
        return apart <= 1 || apart == DAY - 1;
    }
}
