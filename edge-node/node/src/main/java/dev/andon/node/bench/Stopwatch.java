package dev.andon.node.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/// Times the same work again and again, by the clock and by the processor time of the thread that
/// does it: on a machine that others use, the second is the truer.
final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Double> wall = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();

    /// Times one piece of work of this thread.
    void time(Runnable work) {
        long begunCpu = THREADS.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        work.run();
        wall.add((System.nanoTime() - begun) / 1e6);
        cpu.add((THREADS.getCurrentThreadCpuTime() - begunCpu) / 1e6);
    }

    /// Milliseconds by the clock that no more than this share of the times was below.
    double millis(double share) {
        return at(wall, share);
    }

    /// The same of processor time.
    double cpuMillis(double share) {
        return at(cpu, share);
    }

    int count() {
        return wall.size();
    }

    private static double at(List<Double> times, double share) {
        return new Percentiles(times.stream().mapToDouble(Double::doubleValue).toArray()).at(share);
    }
}
