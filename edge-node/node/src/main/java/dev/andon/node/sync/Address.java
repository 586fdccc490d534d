package dev.andon.node.sync;

import dev.andon.protocol.Topics;

/// Who speaks, and where.
///
/// @param topics of the site
/// @param node as the hub knows it
record Address(Topics topics, String node) {}
