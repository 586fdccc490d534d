package dev.andon.knowledge.embed.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// ONNX Runtime 1.29 for Linux reports to its publisher by default: as it loads it reads the id of
/// the computer and the command line of the process (on a long one it overflows its stack), and it
/// carries the address of a server to send to. Only a variable of the environment keeps it from
/// all that, and Java cannot set one for its own process but through the C library.
final class Telemetry {
    private static final String SWITCH = "ORT_DISABLE_TELEMETRY";

    private Telemetry() {}

    /// To be called before the runtime's library loads.
    static void off() {
        Linker linker = Linker.nativeLinker();
        MemorySegment function = linker.defaultLookup().findOrThrow("setenv");
        MethodHandle setenv =
                linker.downcallHandle(
                        function, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int refused =
                    (int)
                            setenv.invokeExact(
                                    arena.allocateFrom(SWITCH), arena.allocateFrom("1"), 1);
            if (refused != 0) {
                throw new IllegalStateException(SWITCH + " cannot be set");
            }
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable undeclared) {
            throw new IllegalStateException(undeclared);
        }
    }
}
