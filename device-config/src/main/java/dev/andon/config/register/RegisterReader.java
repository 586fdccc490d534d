package dev.andon.config.register;

import dev.andon.config.source.Problem;
import dev.andon.config.source.SourceException;
import dev.andon.config.source.SourceText;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Reads a register, YAML or CSV by the end of its name (`.yaml`, `.yml`, `.csv`).
public final class RegisterReader {
    private RegisterReader() {}

    /// The register of a file.
    ///
    /// @throws RegisterException with all the problems of the file, not only the first
    public static AssetRegister read(Path file) {
        return validate(file).register();
    }

    /// The register of a file with what a person should look at all the same.
    ///
    /// @throws RegisterException as [#read]
    public static CheckedRegister validate(Path file) {
        return RegisterCheck.check(draft(file));
    }

    private static RegisterDraft draft(Path file) {
        try {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (name.endsWith(".csv")) {
                return CsvRegister.read(SourceText.read(file));
            }
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return YamlRegister.read(SourceText.read(file));
            }
            String what = "the name of a register ends in .yaml, .yml or .csv";
            throw new RegisterException(
                    List.of(new Problem(file, 0, "", what, "rename or convert the file")));
        } catch (SourceException unreadable) {
            throw new RegisterException(unreadable.problem(), unreadable);
        }
    }
}
