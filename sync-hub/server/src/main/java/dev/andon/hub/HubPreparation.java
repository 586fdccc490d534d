package dev.andon.hub;

import dev.andon.config.HubConfig;
import dev.andon.config.HubHome;
import dev.andon.hub.enrol.Enrolments;
import dev.andon.hub.pki.HubCertificates;
import dev.andon.hub.pki.HubKeys;
import dev.andon.hub.store.HubStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;

/// What is made for an external broker.
public final class HubPreparation {
    private HubPreparation() {}

    /// Writes Mosquitto's password file, whole or not at all. Makes certificates and keys if there
    /// are none, so that a broker can be set up before the hub's first start.
    ///
    /// @param file replaced; if it is there its owner, group and mode are kept, else only this user
    ///     reads it
    /// @return how many users it names
    /// @throws HubException `unwritable`
    public static int passwords(HubHome home, HubConfig config, Path file) {
        InstantSource clock = InstantSource.system();
        home.create();
        HubCertificates certificates =
                HubCertificates.ensure(home.tls(), new HubPlace(config).names(), clock.instant());
        HubKeys keys = HubKeys.ensure(home);
        try (HubStore store = HubStore.open(Hub.settings(home, config))) {
            List<String> lines =
                    new Enrolments(store, certificates.authority(), clock, _ -> {})
                            .passwordFile(keys.broker().reveal());
            replace(file.toAbsolutePath(), lines);
            return lines.size();
        } catch (IOException e) {
            throw new HubException(
                    "unwritable",
                    "%s cannot be written (%s): check the folder and who owns it."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static void replace(Path file, List<String> lines) throws IOException {
        Path half =
                Files.createTempFile(
                        file.getParent(),
                        file.getFileName() + "-",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.write(half, lines);
        if (Files.exists(file)) {
            PosixFileAttributes old = Files.readAttributes(file, PosixFileAttributes.class);
            var now = Files.getFileAttributeView(half, PosixFileAttributeView.class);
            now.setOwner(old.owner());
            now.setGroup(old.group());
            now.setPermissions(old.permissions());
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
