package dev.andon.hub.cli;

import dev.andon.config.HubHome;
import dev.andon.config.Secret;
import dev.andon.hub.RunningHub;
import dev.andon.hub.pki.HubCertificates;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which hub is asked: the one of the hub's folder on this computer, or another.
final class HubAddress {
    @Option(
            names = "--hub",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description =
                    "Another hub than that of the home: https://HOST:8470. Needs --token-file and"
                            + " --ca-file.")
    private @Nullable URI hub;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Its administrator's token (admin-token in its home).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Its authority (tls/ca.pem in its home).")
    private @Nullable Path caFile;

    @Spec(Target.MIXEE)
    private CommandSpec mixee;

    /// A client of it.
    ///
    /// @throws ClientException `no-hub`, `no-token`
    HubClient open() {
        HubMain main = (HubMain) mixee.root().userObject();
        HubHome home = main.home();
        URI address = hub == null ? here(home) : hub;
        Path ca = caFile == null ? home.tls().resolve("ca.pem") : caFile;
        if (Files.notExists(ca)) {
            throw new ClientException(
                    "no-authority",
                    ca + " is not there: name the hub's tls/ca.pem with --ca-file.");
        }
        Path token = tokenFile == null ? home.adminToken() : tokenFile;
        return new HubClient(address, token(token), HubCertificates.trustingOnly(ca), mend(home));
    }

    private static URI here(HubHome home) {
        return RunningHub.of(home)
                .map(RunningHub::api)
                .orElseThrow(
                        () ->
                                new ClientException(
                                        "no-hub",
                                        "No hub runs on %s. %s"
                                                .formatted(home.root(), start(home))));
    }

    private String mend(HubHome home) {
        return hub == null ? start(home) : "Check the address, and that the hub runs there.";
    }

    private static String start(HubHome home) {
        return "Start it: andon hub serve --home %s; or name another with --hub URL."
                .formatted(home.root());
    }

    private static Secret token(Path file) {
        try {
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new ClientException(
                    "no-token",
                    "The administrator's token %s cannot be read (%s): run this as the hub's user, or name a copy with --token-file."
                            .formatted(file, e.getMessage()));
        }
    }
}
