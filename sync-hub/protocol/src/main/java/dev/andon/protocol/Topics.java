package dev.andon.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The topics of one site, version 1: `andon/v1/{site}/...`.
///
/// @param site `[a-z0-9-]{1,64}`
public record Topics(String site) {
    /// Names of sites, nodes and documents.
    public static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    private static final Pattern NODE_TOPIC =
            Pattern.compile("andon/v1/[a-z0-9-]{1,64}/node/([a-z0-9-]{1,64})/([a-z]+)");

    public Topics {
        Names.name(site);
    }

    /// Up: batches of events.
    public String events(String node) {
        return node(node, "events");
    }

    /// Down: what the hub has committed.
    public String ack(String node) {
        return node(node, "ack");
    }

    /// Up, retained: birth and death.
    public String status(String node) {
        return node(node, "status");
    }

    /// Up: blocks wanted.
    public String want(String node) {
        return node(node, "want");
    }

    /// Down: blocks for one node.
    public String blocks(String node) {
        return node(node, "blocks");
    }

    /// Down: commands.
    public String commands(String node) {
        return node(node, "commands");
    }

    /// Up: what came of them.
    public String results(String node) {
        return node(node, "results");
    }

    /// Down, retained: who the hub is.
    public String hubStatus() {
        return prefix() + "hub/status";
    }

    /// Down, retained, signed: what is to be served.
    public String catalog() {
        return prefix() + "library/catalog";
    }

    /// Down, retained, signed: one revision of one document.
    public String manifest(DocumentKind kind, String document, long serial) {
        return prefix()
                + "library/"
                + kind.name().toLowerCase(Locale.ROOT)
                + "/"
                + Names.name(document)
                + "/manifest/"
                + serial;
    }

    /// Down: blocks for everybody who lacks them.
    public String sharedBlocks() {
        return prefix() + "library/blocks";
    }

    /// What the workers of the hub share among them.
    public String ingestFilter() {
        return "$share/ingest/" + prefix() + "node/+/events";
    }

    /// All nodes' topics of one name: `status`, `want`, `results`.
    public String everyNode(String name) {
        return prefix() + "node/+/" + name;
    }

    /// The node whose topic this is; empty if it is none's.
    public static Optional<String> nodeOf(String topic) {
        Matcher matcher = NODE_TOPIC.matcher(topic);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private String node(String node, String name) {
        return prefix() + "node/" + Names.name(node) + "/" + name;
    }

    private String prefix() {
        return "andon/v1/" + site + "/";
    }
}
