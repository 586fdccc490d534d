package dev.andon.protocol.library;

import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.ProtocolException;

import java.util.Locale;
import java.util.regex.Pattern;

/// The library in one file, for plants without a link: a ZIP (entries stored, not packed; Zip64
/// where it needs it) of the very envelopes and blocks that would travel over the link. What is to
/// be believed of it is what the signatures say, as over the link.
///
/// - `catalog.json`: the signed catalog
/// - `manifests/{kind}-{id}-{serial}.json`: signed manifests, kind in lower case
/// - `blocks/{sha256}`: blocks, each once
final class Bundle {
    static final String CATALOG = "catalog.json";
    static final String BLOCKS = "blocks/";
    static final Pattern MANIFEST =
            Pattern.compile("manifests/[a-z]{1,16}-[a-z0-9-]{1,64}-[0-9]{1,19}\\.json");

    /// Manifests in one bundle at most.
    static final int MANIFESTS_MAX = 10_000;

    private Bundle() {}

    static String manifest(DocumentKind kind, String id, long serial) {
        return "manifests/%s-%s-%d.json"
                .formatted(kind.name().toLowerCase(Locale.ROOT), id, serial);
    }

    static ProtocolException notOne(String why) {
        return new ProtocolException("not-a-bundle", "Not a bundle: " + why + ".");
    }
}
