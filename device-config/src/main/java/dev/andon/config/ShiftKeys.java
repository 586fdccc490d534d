package dev.andon.config;

import dev.andon.config.DeviceConfig.Shifts;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// The keys of the section `handover`.
final class ShiftKeys {
    private static final List<String> THREE_SHIFTS = List.of("06:00", "14:00", "22:00");
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String ZONE = "[A-Za-z][A-Za-z0-9_+/-]{0,63}";
    private static final int SHIFTS_MAX = 24;

    private ShiftKeys() {}

    static Shifts read(ConfigSection in) {
        return new Shifts(starts(in), zone(in));
    }

    private static List<LocalTime> starts(ConfigSection in) {
        List<LocalTime> starts =
                in.texts("shifts", THREE_SHIFTS, TIME, SHIFTS_MAX).stream()
                        .map(LocalTime::parse)
                        .toList();
        if (!starts.equals(starts.stream().sorted().distinct().toList())) {
            in.problem(
                    "shifts",
                    "the shifts are not in the order of the day",
                    "write each start once, the earliest first");
        }
        if (starts.isEmpty() && in.says("shifts")) {
            in.problem("shifts", "there is no shift", "write at least one start, such as 06:00");
        }
        return starts;
    }

    private static @Nullable ZoneId zone(ConfigSection in) {
        String name = in.optionalText("zone", ZONE);
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            in.problem(
                    "zone",
                    '"' + name + "\" is no zone of time",
                    "write one such as Europe/Berlin, or delete the line to take the computer's");
            return null;
        }
    }
}
