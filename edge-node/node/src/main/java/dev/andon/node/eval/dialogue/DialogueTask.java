package dev.andon.node.eval.dialogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import org.jspecify.annotations.Nullable;

/// Something that is said, where it is said, and what it must mean.
///
/// @param id unique; begins with the language, `en-017`; then one of [Kind]
/// @param say a single letter in capitals is said by its name
/// @param scene what was said before, see [DialogueScenes]
/// @param station the register's id of the machine that the person stands at; null for none
/// @param intent the label of the command, as [dev.andon.node.dialog.Command#label] has it, or
///     [#PASSES]
/// @param machine the register's id; null if none is said, as with the following
/// @param fault the register's code, however it is said
/// @param waitFor `part`, `expert` or `permit`
/// @param sinceMinutes how long ago
/// @param sinceClock a time of the clock, `7:30`, of whichever half of the day has passed last
/// @param number of a step
/// @param then what an opening goes on with; null for anything else
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DialogueTask(
        String id,
        String say,
        String scene,
        @Nullable String station,
        String intent,
        @Nullable String machine,
        @Nullable String fault,
        @JsonProperty("wait") @Nullable String waitFor,
        @Nullable Integer sinceMinutes,
        @Nullable String sinceClock,
        @Nullable Integer number,
        @Nullable Then then) {
    /// The words confirm the step that protects people, and lead past it.
    static final String PASSES = "passes";

    /// What the person of an opening says when asked, and means.
    ///
    /// @param machine that the incident is to be on
    /// @param machineSaid its name as it is said
    /// @param faultSaid the code as it is said; null for an incident without one
    /// @param sinceSaid when the machine stopped, as it is said
    /// @param sinceMinutes the same in minutes
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Then(
            String machine,
            String machineSaid,
            @Nullable String faultSaid,
            String sinceSaid,
            int sinceMinutes) {}

    /// Where it comes from.
    enum Kind {
        /// Measured typed and aloud.
        SPOKEN,
        /// Only typed; phrases were made after them: `en-w017`.
        WORDINGS,
        /// Only typed; nobody makes phrases after them, so that they tell how far the phrase sets
        /// reach: `en-u017`.
        UNSEEN
    }

    Kind kind() {
        return switch (id.charAt(3)) {
            case 'w' -> Kind.WORDINGS;
            case 'u' -> Kind.UNSEEN;
            default -> Kind.SPOKEN;
        };
    }

    /// BCP 47.
    String language() {
        return id.substring(0, 2);
    }
}
