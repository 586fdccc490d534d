package dev.andon.node.vad;

import java.util.List;

/// Where in a row of frames somebody speaks.
///
/// The noise floor is a low percentile of the frames' energies, since even fast speech pauses in
/// every word. A frame is voiced if it stands clear of the floor. A run of voiced frames is speech
/// if it is long enough to be a syllable and repeats like a voice somewhere: a knock is too short,
/// a switched-on fan does not repeat, a steady hum is the floor itself. Whispering is not heard.
final class VoiceActivity {
    private static final double FLOOR_PERCENTILE = 0.10;
    private static final double FLOOR_DB_MIN = -75;
    private static final double ABOVE_FLOOR_DB = 6;
    private static final double PERIODIC_MIN = 0.5;
    private static final int RUN_FRAMES_MIN = 5;
    private static final int PERIODIC_FRAMES_MIN = 3;

    /// A pause of this many frames inside a run (a stop consonant) does not end it.
    private static final int GAP_FRAMES_MAX = 5;

    private VoiceActivity() {}

    /// From the first voiced sound to the last, in milliseconds; equal if there is none.
    record Span(int startMs, int endMs) {
        static final Span NONE = new Span(0, 0);

        boolean empty() {
            return startMs == endMs;
        }

        Span with(Span later) {
            return empty() ? later : new Span(startMs, later.endMs);
        }
    }

    static Span find(List<Frame> frames) {
        double threshold = floorDb(frames) + ABOVE_FLOOR_DB;
        Span speech = Span.NONE;
        int start = -1;
        int last = -1;
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).energyDb() > threshold) {
                if (start >= 0 && i - last > GAP_FRAMES_MAX) {
                    speech = withRun(speech, frames, start, last + 1);
                    start = i;
                }
                start = start < 0 ? i : start;
                last = i;
            }
        }
        return start < 0 ? speech : withRun(speech, frames, start, last + 1);
    }

    private static Span withRun(Span speech, List<Frame> frames, int from, int to) {
        long periodic =
                frames.subList(from, to).stream()
                        .filter(frame -> frame.periodicity() >= PERIODIC_MIN)
                        .count();
        boolean voice = to - from >= RUN_FRAMES_MIN && periodic >= PERIODIC_FRAMES_MIN;
        return voice ? speech.with(new Span(from * Frame.MS, to * Frame.MS)) : speech;
    }

    private static double floorDb(List<Frame> frames) {
        if (frames.isEmpty()) {
            return FLOOR_DB_MIN;
        }
        double[] energies = frames.stream().mapToDouble(Frame::energyDb).sorted().toArray();
        double floor = energies[(int) (FLOOR_PERCENTILE * (energies.length - 1))];
        return Math.max(floor, FLOOR_DB_MIN);
    }
}
