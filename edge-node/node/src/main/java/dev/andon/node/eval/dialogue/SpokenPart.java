package dev.andon.node.eval.dialogue;

import dev.andon.node.eval.dialogue.DialogueEvaluation.Findings;
import dev.andon.node.eval.dialogue.Talker.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Says tasks aloud: each by one of the voices, the same in every condition, in noises that take
/// turns.
record SpokenPart(Stand stand, List<SpokenVoice> voices, Recorder recorder, Consumer<String> told) {
    private static final int TALKERS = 24;

    /// Speaking a reply takes longer than all else.
    private static final int LISTENS_EVERY = 3;
    private static final List<Condition> ATTEMPTS = List.of(Condition.DB20, Condition.DB5);

    void run(List<DialogueTask> tasks, List<String> attempts, Findings findings) {
        WorkshopNoise noise = new WorkshopNoise(talk(tasks));
        for (Condition condition : Condition.values()) {
            if (!condition.aloud()) {
                continue;
            }
            told.accept("%d tasks aloud, %s".formatted(tasks.size(), condition.label()));
            for (int i = 0; i < tasks.size(); i++) {
                Talker talker = new Talker(recorder, noise, place(i, condition));
                findings.add(new TaskRun(stand, talker, condition).of(tasks.get(i)));
            }
        }
        attempts(attempts, noise, findings);
    }

    private void attempts(List<String> attempts, WorkshopNoise noise, Findings findings) {
        for (Condition condition : ATTEMPTS) {
            told.accept("%d attempts aloud, %s".formatted(attempts.size(), condition.label()));
            for (int i = 0; i < attempts.size(); i++) {
                Talker talker = new Talker(recorder, noise, place(i, condition));
                findings.add(BypassAttempt.of(stand, talker, condition, "en", attempts.get(i)));
            }
        }
    }

    private Place place(int task, Condition condition) {
        Noise[] kinds = Noise.values();
        Noise kind = kinds[(task / voices.size() + condition.ordinal()) % kinds.length];
        long seed = 1_000L * task + condition.ordinal();
        boolean listens = condition == Condition.DB20 && task % LISTENS_EVERY == 0;
        return new Place(voices.get(task % voices.size()), condition, kind, seed, listens);
    }

    /// Others who talk: the tasks themselves, in all voices.
    private List<double[]> talk(List<DialogueTask> tasks) {
        told.accept("%d tasks are spoken by %d voices".formatted(tasks.size(), voices.size()));
        List<double[]> talk = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            double[] speech = recorder.speech(voices.get(i % voices.size()), tasks.get(i).say());
            if (talk.size() < TALKERS) {
                talk.add(speech);
            }
        }
        return talk;
    }
}
