package dev.andon.node.dialog;

import dev.andon.config.register.Machine;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What a person wants done.
public sealed interface Command {
    /// What it is, for programs: `open`, `yes`, `next`, `handover` ...
    default String label() {
        String label =
                switch (this) {
                    case Entry entry -> entry.act().name();
                    case Reaction reaction -> reaction.kind().name();
                    case Step step -> step.move().name();
                    case Reading reading -> reading.wish().name();
                    case Incidents _, Start _, AtStep _, Handover _, CallExpert _, Help _ ->
                            getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
                };
        return label.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// An entry in the log of incidents; it is made after a yes to its read-back, and only then.
    record Entry(Act act, Slots slots) implements Command {}

    /// What was read back, or asked for, is answered.
    record Reaction(Kind kind, Slots slots) implements Command {
        /// How.
        public enum Kind {
            YES,
            NO,
            CANCEL,
            /// Not known, or not to be recorded.
            UNKNOWN,
            /// Other values, see the slots.
            CORRECTION,
            /// Words that are none of these.
            UNCLEAR
        }
    }

    /// Which incidents are open.
    ///
    /// @param machines that are meant; empty for all
    record Incidents(List<Machine> machines) implements Command {
        public Incidents {
            machines = List.copyOf(machines);
        }
    }

    /// A procedure is to be read.
    ///
    /// @param title as people say it; null if none was said
    /// @param machines whose it is; empty if none was named
    record Start(@Nullable String title, List<Machine> machines) implements Command {
        public Start {
            machines = List.copyOf(machines);
        }
    }

    /// A way through the procedure that is being read.
    ///
    /// @param number of a step, as printed; null if none was said
    record Step(Move move, @Nullable Integer number) implements Command {
        /// Where to.
        public enum Move {
            NEXT,
            DONE,
            BACK,
            REPEAT,
            WHERE,
            PAUSE,
            RESUME,
            END,
            CONFIRM
        }
    }

    /// Words at a step that protects people, whatever they are.
    record AtStep(String words) implements Command {}

    /// What the next shift must know.
    record Handover() implements Command {}

    /// The expert is called.
    ///
    /// @param about what he is asked; null: the last question
    record CallExpert(@Nullable String about) implements Command {}

    /// All of the last answer or step, or where it stands, or how fast it is read.
    record Reading(Wish wish) implements Command {
        /// Which of these.
        public enum Wish {
            WHOLE,
            WHICH_PAGE,
            SLOWER,
            FASTER
        }
    }

    /// What can be said.
    record Help() implements Command {}
}
