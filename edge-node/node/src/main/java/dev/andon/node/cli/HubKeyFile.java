package dev.andon.node.cli;

import dev.andon.node.sync.SyncException;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.signature.TrustedKeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// A public key that somebody carried from the hub to a node.
final class HubKeyFile {
    private static final int BYTES_MAX = 64 * 1024;

    private HubKeyFile() {}

    /// Reads X.509 as PEM or as bare base64.
    ///
    /// @throws SyncException `wrong-key`
    static TrustedKeys read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw wrong(file, new IOException("it is too large"));
            }
            String base64 =
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.startsWith("-----"))
                            .map(String::strip)
                            .collect(Collectors.joining());
            return TrustedKeys.of(List.of(Base64.getDecoder().decode(base64)));
        } catch (IOException | IllegalArgumentException | ProtocolException e) {
            throw wrong(file, e);
        }
    }

    private static SyncException wrong(Path file, Exception e) {
        return new SyncException(
                "wrong-key",
                "%s holds no public key of a hub (%s): copy it from the hub again."
                        .formatted(file, e.getMessage()),
                e);
    }
}
