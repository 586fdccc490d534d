package dev.andon.hub.pki;

import org.bouncycastle.util.IPAddress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The names that stand in the hub's certificate.
public final class HostNames {
    private static final String DNS = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?";
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    private HostNames() {}

    /// The configured names, the addresses listened on, and those of this computer.
    ///
    /// @param configured in order of preference
    /// @param listening host names or addresses; those that stand for every address are passed over
    public static List<String> of(Collection<String> configured, Collection<String> listening) {
        List<String> all = new ArrayList<>(configured);
        listening.stream().filter(host -> !EVERY_ADDRESS.contains(host)).forEach(all::add);
        all.addAll(List.of("localhost", "127.0.0.1", "::1"));
        all.add(ofThisComputer());
        Set<String> usable = new LinkedHashSet<>();
        all.stream()
                .map(HostNames::canonical)
                .filter(name -> IPAddress.isValid(name) || name.matches(DNS))
                .forEach(usable::add);
        return List.copyOf(usable);
    }

    /// What others call this computer; `localhost` if it has no name.
    public static String ofThisComputer() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /// Lower case; addresses as Java prints those of certificates.
    static String canonical(String name) {
        String bare =
                name.startsWith("[") && name.endsWith("]")
                        ? name.substring(1, name.length() - 1)
                        : name;
        return IPAddress.isValid(bare)
                ? InetAddress.ofLiteral(bare).getHostAddress()
                : bare.toLowerCase(Locale.ROOT);
    }
}
