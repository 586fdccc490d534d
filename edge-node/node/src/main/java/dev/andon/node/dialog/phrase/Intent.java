package dev.andon.node.dialog.phrase;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a phrase means; a phrase set has a list of phrases for each.
public enum Intent {
    /// Silence. A plant's own phrases are added to the product's, never put in their place.
    STOP,
    /// The last reply again.
    REPEAT,
    /// The last reply, going on where the voice stopped.
    MORE,
    HELP,
    SLOWER,
    FASTER,
    /// All that the manual writes of the step or of the answer, not only what was said of it.
    WHOLE,
    WHICH_PAGE,
    /// Like the last question, about something else.
    FOLLOW_UP,
    /// What was read back is right.
    YES,
    /// What was read back is wrong.
    NO,
    /// Forget it.
    CANCEL,
    /// What was asked is not known, or not to be recorded.
    UNKNOWN,
    /// Another value for what was read back, or the one that was asked for.
    CORRECTION,
    /// Why a machine had stopped.
    CAUSE,
    /// What others should know of it.
    NOTE,
    /// An incident is to be opened.
    OPEN,
    ACKNOWLEDGED,
    DIAGNOSING,
    WAITING,
    REPAIRING,
    REPAIRED,
    TESTING,
    RESTORED,
    /// An incident was opened by mistake.
    WITHDRAWN,
    /// Which incidents are open.
    INCIDENTS,
    /// A procedure is to be read.
    START,
    NEXT,
    DONE,
    BACK,
    WHERE,
    PAUSE,
    RESUME,
    /// The procedure is to be ended.
    END,
    /// What a safety or verify step asks for is so.
    CONFIRM,
    HANDOVER,
    EXPERT;

    private static final Set<Intent> ANSWERS =
            EnumSet.of(STOP, CANCEL, YES, NO, UNKNOWN, CORRECTION, CAUSE, NOTE);

    /// Whether it is what is said mostly where something was asked or read back.
    public boolean answers() {
        return ANSWERS.contains(this);
    }

    /// The name of its list.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The intent of a list; empty if there is none of that name.
    static Optional<Intent> labelled(String label) {
        return Arrays.stream(values()).filter(intent -> intent.label().equals(label)).findFirst();
    }
}
