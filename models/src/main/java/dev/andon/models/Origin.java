package dev.andon.models;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Where a file is fetched from.
sealed interface Origin {
    /// Over HTTPS; plain HTTP only from this very machine.
    record Web(URI address) implements Origin {}

    /// From a folder, such as a USB stick.
    record Folder(Path file) implements Origin {}

    /// @param from a mirror; null for the publisher
    static Origin of(ModelEntry entry, ModelFile file, @Nullable String from) {
        try {
            return from == null
                    ? new Web(secure(URI.create(String.valueOf(file.url()))))
                    : mirror(entry, file, from);
        } catch (IllegalArgumentException malformed) {
            String message =
                    malformed.getMessage() + " is neither an address nor a folder; mend it.";
            throw new ModelException("malformed-address", message, malformed);
        }
    }

    private static Origin mirror(ModelEntry entry, ModelFile file, String from) {
        if (from.matches("(?i)https?://.*")) {
            String slash = from.endsWith("/") ? "" : "/";
            return new Web(secure(URI.create(from + slash + entry.name() + "/" + file.path())));
        }
        Path folder = from.startsWith("file:") ? Path.of(URI.create(from)) : Path.of(from);
        return folder(entry, file, folder);
    }

    /// @throws ModelException `insecure-address`
    static URI secure(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("https") || (scheme.equals("http") && isLoopback(address.getHost()))) {
            return address;
        }
        String message =
                "Models are not fetched from "
                        + address
                        + ", since anybody on the way could change them; use https, or a folder.";
        throw new ModelException("insecure-address", message);
    }

    private static Origin folder(ModelEntry entry, ModelFile file, Path folder) {
        Path own = folder.resolve(entry.name()).resolve(file.path());
        Path plain = folder.resolve(file.path());
        if (!Files.isRegularFile(own) && !Files.isRegularFile(plain)) {
            String message =
                    "The mirror %s has neither %s nor %s; copy the file there."
                            .formatted(folder, own, plain);
            throw new ModelException("mirror-lacks-file", message);
        }
        return new Folder(Files.isRegularFile(own) ? own : plain);
    }

    private static boolean isLoopback(@Nullable String host) {
        if (host == null || !host.matches("localhost|127\\..*|\\[::1\\]")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
