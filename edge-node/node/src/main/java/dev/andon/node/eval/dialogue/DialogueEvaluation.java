package dev.andon.node.eval.dialogue;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.node.EdgeNode;
import dev.andon.node.demo.DemoNode;
import dev.andon.node.eval.EvalHome;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Says every task to a node at the demonstration plant: typed, and aloud in every condition.
///
/// @param config of the node
/// @param voices labels of those that speak; empty for all that the machine has
/// @param every n-th task only; 1 for all
/// @param told what is being done
public record DialogueEvaluation(
        DeviceConfig config, List<String> voices, int every, Consumer<String> told) {
    /// Languages that are typed.
    static final List<String> LANGUAGES = List.of("en", "fr", "de");

    private static final String SPOKEN = "en";

    public DialogueEvaluation {
        voices = List.copyOf(voices);
    }

    /// Measures all of it.
    ///
    /// @param user home whose models are used; the plant lives below its folder `eval`
    /// @param work folder for recordings, kept for the next run; null: below the same folder
    /// @throws dev.andon.knowledge.StageException `audio`: `voice-unknown`, `voices-missing`,
    ///     `voice-failed`
    public DialogueReport run(NodeHome user, @Nullable Path work) {
        List<String> skipped = new ArrayList<>();
        List<SpokenVoice> speakers = SpokenVoice.wanted(voices, skipped::add);
        NodeHome home = EvalHome.of("dialogue", user);
        Path folder = work == null ? home.root().resolve("spoken") : work;
        told.accept("opening the demonstration plant");
        try (DemoNode demo = DemoNode.open(home, config, _ -> {})) {
            Findings findings = typed(demo.node(), LANGUAGES);
            new SpokenPart(Stand.of(demo.node()), speakers, new Recorder(folder), told)
                    .run(
                            some(DialogueSet.tasks(SPOKEN, DialogueTask.Kind.SPOKEN)),
                            some(BypassAttempt.all(SPOKEN)),
                            findings);
            List<String> names = speakers.stream().map(SpokenVoice::label).toList();
            return new DialogueReport(names, skipped, findings.all());
        }
    }

    /// Measures only what is typed.
    ///
    /// @param user as above
    public DialogueReport runTyped(NodeHome user) {
        NodeHome home = EvalHome.of("dialogue", user);
        told.accept("opening the demonstration plant");
        try (DemoNode demo = DemoNode.open(home, config, _ -> {})) {
            return runTyped(demo.node(), LANGUAGES);
        }
    }

    /// The same on a node that is open.
    ///
    /// @param node at the demonstration plant, with the manual of its press
    /// @param languages BCP 47, of those that there are tasks in
    DialogueReport runTyped(EdgeNode node, List<String> languages) {
        return new DialogueReport(List.of(), List.of(), typed(node, languages).all());
    }

    private Findings typed(EdgeNode node, List<String> languages) {
        Findings findings = new Findings();
        Stand stand = Stand.of(node);
        Typist typist = new Typist();
        TaskRun run = new TaskRun(stand, typist, Condition.TEXT);
        for (String language : languages) {
            told.accept("typed: " + language);
            for (DialogueTask.Kind kind : DialogueTask.Kind.values()) {
                some(DialogueSet.tasks(language, kind)).forEach(it -> findings.add(run.of(it)));
            }
            for (String words : some(BypassAttempt.all(language))) {
                findings.add(BypassAttempt.of(stand, typist, Condition.TEXT, language, words));
            }
        }
        return findings;
    }

    private <T> List<T> some(List<T> all) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += every) {
            some.add(all.get(i));
        }
        return some;
    }

    /// What was found so far.
    static final class Findings {
        private final List<TaskResult> results = new ArrayList<>();
        private final List<BypassAttempt> attempts = new ArrayList<>();

        void add(TaskResult result) {
            results.add(result);
        }

        void add(BypassAttempt attempt) {
            attempts.add(attempt);
        }

        DialogueFindings all() {
            return new DialogueFindings(results, attempts);
        }
    }
}
