package dev.andon.node.incident;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Line;
import dev.andon.config.register.Machine;

import java.util.List;

/// A plant of two presses, for tests.
public final class Presses {
    /// Its register: `press-3` and `press-4`, with the faults `E-42` and `E-17`.
    public static final AssetRegister REGISTER =
            new AssetRegister(
                    "test",
                    "Test plant",
                    List.of(new Line("line-1", "Line one")),
                    List.of(machine("press-3", "Press three"), machine("press-4", "Press four")));

    private Presses() {}

    private static Machine machine(String id, String name) {
        return new Machine(
                id,
                name,
                List.of(),
                "line-1",
                "press",
                "HP-63",
                "",
                List.of(
                        new FaultCode("E-42", "Oil low", List.of()),
                        new FaultCode("E-17", "Guard open", List.of())),
                List.of());
    }
}
