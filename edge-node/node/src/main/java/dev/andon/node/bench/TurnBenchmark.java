package dev.andon.node.bench;

import dev.andon.config.demo.DemoQuestion;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.WavSource;
import dev.andon.node.demo.DemoNode;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnTimings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/// The stages of spoken turns: the demonstration's questions, again and again, after a warm-up.
final class TurnBenchmark implements Benchmark {
    private static final int WARM_UP = 6;
    private static final int TURNS = 50;
    private static final double FIRST_AUDIO_MS_P50 = 1200;
    private static final double FIRST_AUDIO_MS_P95 = 2500;

    @Override
    public String name() {
        return "turn";
    }

    @Override
    public void measure(DemoNode demo, Consumer<Figure> figures, Consumer<String> told) {
        List<DemoQuestion> questions = demo.questions();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < WARM_UP + TURNS; i++) {
            Sample sample = turn(demo, questions.get(i % questions.size()));
            if (i >= WARM_UP) {
                samples.add(sample);
            }
        }
        stage("endpoint", samples, TurnTimings::endpoint, figures);
        stage("transcript", samples, TurnTimings::transcript, figures);
        stage("retrieval", samples, TurnTimings::retrieval, figures);
        stage("first_token", samples, TurnTimings::firstToken, figures);
        stage("first_sentence", samples, TurnTimings::firstSentence, figures);
        firstAudio(samples, figures);
        stage("total", samples, TurnTimings::total, figures);
        realTimeFactors(samples, figures);
    }

    private record Sample(TurnTimings timings, double heardSeconds, double spokenSeconds) {}

    private static Sample turn(DemoNode demo, DemoQuestion question) {
        CountingSink sink = new CountingSink();
        TurnTimings[] timings = new TurnTimings[1];
        demo.node()
                .turn()
                .run(
                        new TurnInput.Spoken(
                                WavSource.open(demo.plant().recording(question)),
                                question.machine()),
                        new Conversation(),
                        sink,
                        event -> {
                            if (event instanceof TurnEvent.Finished finished) {
                                timings[0] = finished.timings();
                            }
                        });
        return new Sample(
                Objects.requireNonNull(timings[0]), seconds(demo, question), sink.seconds());
    }

    private static double seconds(DemoNode demo, DemoQuestion question) {
        double seconds = 0;
        try (WavSource source = WavSource.open(demo.plant().recording(question))) {
            for (AudioChunk chunk = source.read(); chunk != null; chunk = source.read()) {
                seconds += chunk.duration().toNanos() / 1e9;
            }
        }
        return seconds;
    }

    private static void stage(
            String name,
            List<Sample> samples,
            Function<TurnTimings, @Nullable Double> value,
            Consumer<Figure> figures) {
        double[] millis = millis(samples, value);
        Percentiles percentiles = new Percentiles(millis);
        String prefix = "turn." + name;
        figures.accept(Figure.of(prefix + "_ms_p50", percentiles.at(0.5), "ms", against(millis)));
        figures.accept(Figure.of(prefix + "_ms_p95", percentiles.at(0.95), "ms", against(millis)));
    }

    /// What a person waits for; the goals are those of a box with a GPU.
    private static void firstAudio(List<Sample> samples, Consumer<Figure> figures) {
        double[] millis = millis(samples, TurnTimings::firstAudio);
        Percentiles percentiles = new Percentiles(millis);
        String prefix = "turn.first_audio_ms";
        String against = against(millis);
        figures.accept(
                Figure.atMost(
                        FIRST_AUDIO_MS_P50, prefix + "_p50", percentiles.at(0.5), "ms", against));
        figures.accept(
                Figure.atMost(
                        FIRST_AUDIO_MS_P95, prefix + "_p95", percentiles.at(0.95), "ms", against));
    }

    private static double[] millis(
            List<Sample> samples, Function<TurnTimings, @Nullable Double> value) {
        return samples.stream()
                .map(sample -> value.apply(sample.timings()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static String against(double[] millis) {
        return "from the end of speech, N = " + millis.length;
    }

    private static void realTimeFactors(List<Sample> samples, Consumer<Figure> figures) {
        double heard = 0;
        double hearing = 0;
        double spoken = 0;
        double speaking = 0;
        for (Sample sample : samples) {
            TurnTimings timings = sample.timings();
            heard += sample.heardSeconds();
            hearing += elapsed(timings.endpoint(), timings.transcript());
            spoken += sample.spokenSeconds();
            speaking += elapsed(timings.firstSentence(), timings.total());
        }
        figures.accept(
                Figure.of(
                        "hearing.real_time_factor",
                        hearing / heard,
                        "ratio",
                        "length of the speech"));
        figures.accept(
                Figure.of(
                        "speaking.real_time_factor",
                        speaking / spoken,
                        "ratio",
                        "length of the reply, to the last sample"));
    }

    private static double elapsed(@Nullable Double from, @Nullable Double to) {
        return from == null || to == null ? 0 : (to - from) / 1000;
    }
}
