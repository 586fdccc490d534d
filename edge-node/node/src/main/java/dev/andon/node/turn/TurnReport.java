package dev.andon.node.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A whole turn as programs read it: what `POST /api/v1/ask` answers and `--json` prints. Keys are
/// snake case and stable; every key is always there, null where the turn had nothing for it.
///
/// @param id of this turn
/// @param heard the transcript, or the question as typed; null if there were no words
/// @param reply null if there was no question, or if the turn broke
/// @param passages that were found, best first, ten at most
/// @param mode who chose the words of an answer, `quote` or `model`; null without an answer
/// @param timingsMs milliseconds from the end of speech
/// @param audio where the spoken reply can be fetched; null if nothing was spoken or kept
/// @param failure what broke; null if nothing did
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record TurnReport(
        String id,
        @Nullable String heard,
        @Nullable TurnReportReply reply,
        List<TurnReportPassage> passages,
        @Nullable String mode,
        TimingsPart timingsMs,
        @Nullable String audio,
        @Nullable FailurePart failure) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public TurnReport {
        passages = List.copyOf(passages);
    }

    /// The same turn with the place of its sound.
    public TurnReport withAudio(@Nullable String url) {
        return new TurnReport(id, heard, reply, passages, mode, timingsMs, url, failure);
    }

    /// The JSON, on one line.
    public String toJson() {
        return json(this);
    }

    /// JSON of this report or of one of its parts, on one line.
    public static String json(Object part) {
        try {
            return JSON.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }

    /// See [TurnTimings].
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record TimingsPart(
            @Nullable Double endpoint,
            @Nullable Double transcript,
            @Nullable Double retrieval,
            @Nullable Double firstToken,
            @Nullable Double firstSentence,
            @Nullable Double firstAudio,
            @Nullable Double total) {
        static final TimingsPart NONE = new TimingsPart(null, null, null, null, null, null, null);

        /// Rounded to a tenth of a millisecond.
        public static TimingsPart of(TurnTimings timings) {
            return new TimingsPart(
                    tenth(timings.endpoint()),
                    tenth(timings.transcript()),
                    tenth(timings.retrieval()),
                    tenth(timings.firstToken()),
                    tenth(timings.firstSentence()),
                    tenth(timings.firstAudio()),
                    tenth(timings.total()));
        }

        private static @Nullable Double tenth(@Nullable Double ms) {
            return ms == null ? null : Math.round(ms * 10) / 10.0;
        }
    }

    /// What broke.
    ///
    /// @param stage where, as in [dev.andon.knowledge.Stage#label]
    /// @param code for programs
    /// @param message what, where and the mend, for a person
    public record FailurePart(String stage, String code, String message) {
        /// Without the cause, which is for the log.
        public static FailurePart of(StageException failure) {
            String message = failure.getMessage();
            return new FailurePart(
                    failure.stage().label(), failure.code(), message == null ? "" : message);
        }
    }
}
