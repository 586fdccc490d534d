package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.RegisterException;
import dev.andon.knowledge.StageException;
import dev.andon.node.doctor.Finding;

import java.util.function.Consumer;

/// Opens the store and every engine, one after the other, to see whether they do.
final class EngineExamination {
    private EngineExamination() {}

    static void examine(NodeHome home, DeviceConfig config, Consumer<Finding> findings) {
        try (EdgeNode node = EdgeNode.open(home, config)) {
            findings.accept(Finding.ok("store", node.manuals().size() + " manuals"));
            findings.accept(
                    Finding.ok("register", node.register().machines().size() + " machines"));
            for (Engine<?> engine : node.engines()) {
                findings.accept(examine(engine.name(), () -> node.settle(engine)));
            }
        } catch (StageException | RegisterException failure) {
            findings.accept(Finding.failed("store", message(failure), ""));
        }
    }

    private static Finding examine(String name, Runnable opening) {
        long begun = System.nanoTime();
        try {
            opening.run();
            long millis = (System.nanoTime() - begun) / 1_000_000;
            return Finding.ok(name, "ready in " + millis + " ms");
        } catch (StageException failure) {
            return Finding.failed(name, message(failure), "");
        }
    }

    private static String message(RuntimeException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
