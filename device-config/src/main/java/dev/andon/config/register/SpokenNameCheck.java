package dev.andon.config.register;

import dev.andon.config.register.RegisterDraft.Entry;
import dev.andon.config.register.RegisterDraft.Value;
import dev.andon.config.source.Problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One name for two machines is allowed, since people do say "the conveyor", but it is worth
/// knowing; twice for one machine is a slip.
final class SpokenNameCheck {
    private final RegisterDraft draft;
    private final Map<String, Entry> firstCalled = new HashMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    SpokenNameCheck(RegisterDraft draft) {
        this.draft = draft;
    }

    /// @return the warnings; the slips are noted in the draft
    List<Problem> check(Collection<Entry> machines) {
        for (Entry machine : machines) {
            Stream.concat(Stream.of(machine.name()), machine.aliases().stream())
                    .filter(name -> !name.text().isEmpty())
                    .forEach(name -> check(machine, name));
        }
        return warnings;
    }

    private void check(Entry machine, Value name) {
        Entry first = firstCalled.putIfAbsent(SpokenName.canonical(name.text()), machine);
        if (first == machine) {
            String what = '"' + name.text() + "\" stands twice for this machine";
            draft.problem(name, what, "keep one of them");
        } else if (first != null) {
            String what = '"' + name.text() + "\" is also " + first.id().text();
            String mend = "leave it if people call both so; the dialogue will ask which one";
            warnings.add(draft.warning(name, what, mend));
        }
    }
}
