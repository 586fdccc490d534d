package dev.andon.node.sync.library;

import dev.andon.protocol.signature.SigningKey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// A node in a process of its own that installs a manual, told block by block on the standard
/// output, to be killed at any moment.
final class CutOffNode {
    static final String BLOCK = "block ";
    private static final long NANOS_A_BLOCK = 3_000_000;

    private CutOffNode() {}

    /// @param arguments the home of the node, the secret and the public file of the hub's key
    public static void main(String[] arguments) throws Exception {
        try (ScriptedHub hub = new ScriptedHub(key(Path.of(arguments[1]), Path.of(arguments[2])));
                TestNode node = TestNode.open(Path.of(arguments[0]), hub)) {
            hub.script =
                    block -> {
                        System.out.println(BLOCK + block);
                        // As over a slow line, so that it can be killed between two blocks.
                        LockSupport.parkNanos(NANOS_A_BLOCK);
                        return ScriptedHub.Answer.GIVEN;
                    };
            hub.connect(node.client);
            hub.release(Px200.manifest(hub, 1, "C"));
            System.out.println(node.fact().state());
        }
    }

    static SigningKey key(Path secret, Path known) throws Exception {
        return SigningKey.of(Files.readAllBytes(secret), Files.readAllBytes(known));
    }
}
