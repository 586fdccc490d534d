package dev.andon.knowledge.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What an indexing run did, file by file; nothing is passed over in silence.
///
/// @param outcomes in the order of the run
public record IndexReport(List<Outcome> outcomes) {
    public IndexReport {
        outcomes = List.copyOf(outcomes);
    }

    /// What became of one file.
    public sealed interface Outcome {
        /// The file, absolute.
        Path file();
    }

    /// Read and stored.
    ///
    /// @param unknown what nobody said of the manual, `revision`, `language`, `models`, `date`; a
    ///     manual without models answers for every machine
    /// @param remarks [ManualContent#remarks]
    public record Indexed(
            Path file, Manual manual, int passages, List<String> unknown, List<String> remarks)
            implements Outcome {
        public Indexed {
            unknown = List.copyOf(unknown);
            remarks = List.copyOf(remarks);
        }

        static Indexed of(Path file, ManualContent content, int passages) {
            Manual manual = content.manual();
            List<String> unknown = new ArrayList<>();
            if (manual.revision() == null) {
                unknown.add("revision");
            }
            if (manual.language() == null) {
                unknown.add("language");
            }
            if (manual.models().isEmpty()) {
                unknown.add("models");
            }
            if (manual.date() == null) {
                unknown.add("date");
            }
            return new Indexed(file, manual, passages, unknown, content.remarks());
        }
    }

    /// The same as when it was indexed last.
    public record Unchanged(Path file) implements Outcome {}

    /// Its vectors were made anew, since another embedder had made them.
    public record Reembedded(Path file, int passages) implements Outcome {}

    /// Gone from its folder, and so from the index.
    public record Dropped(Path file) implements Outcome {}

    /// Indexed, but not served: the hub says which revision of this manual is.
    ///
    /// @param served what is served instead
    public record Yields(Path file, Manual served) implements Outcome {}

    /// The same file as another that is indexed.
    public record Duplicate(Path file, Path sameAs) implements Outcome {}

    /// Not indexed; the reason is a sentence for a person.
    public record Refused(Path file, String reason) implements Outcome {}

    /// The outcomes of one kind.
    public <T extends Outcome> List<T> of(Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
