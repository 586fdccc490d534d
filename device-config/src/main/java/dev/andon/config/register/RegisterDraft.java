package dev.andon.config.register;

import dev.andon.config.source.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a file says, before anybody asked whether it makes sense. YAML and CSV meet here.
final class RegisterDraft {
    /// What an entry describes.
    enum Kind {
        LINE,
        MACHINE,
        FAULT,
        PART
    }

    /// A text of the file that knows where it stood.
    ///
    /// @param line where; 0 if it is not in the file
    /// @param field its path or column, for messages
    record Value(int line, String field, String text) {}

    /// One line, machine, fault or part, with the names of CSV's columns: `id` is a fault's code or
    /// a part's number.
    ///
    /// @param owner the id of a fault's or part's machine; null for lines and machines
    /// @param place what a machine alone has; null for the others
    record Entry(
            Kind kind,
            Value id,
            Value name,
            List<Value> aliases,
            @Nullable Value owner,
            @Nullable Place place) {}

    /// Where and what a machine is.
    record Place(Value line, String machineClass, String model, String serial) {}

    private final Path file;
    private Value site = new Value(0, "site", AssetRegister.SITE_UNSAID);
    private Value name = new Value(0, "name", "Plant");
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    RegisterDraft(Path file) {
        this.file = file;
    }

    void title(Value site, Value name) {
        this.site = site;
        this.name = name;
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    void problem(Value value, String what, String mend) {
        problem(value.line(), value.field(), what, mend);
    }

    void problem(int line, String field, String what, String mend) {
        problems.add(new Problem(file, line, field, what, mend));
    }

    /// A problem that nobody is refused for.
    Problem warning(Value value, String what, String mend) {
        return new Problem(file, value.line(), value.field(), what, mend);
    }

    Value site() {
        return site;
    }

    Value name() {
        return name;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Problem> problems() {
        return problems;
    }
}
