package dev.andon.node;

import dev.andon.protocol.signature.TrustedKeys;

/// Who a node is to the hub whose library it installs.
///
/// @param site of the plant
/// @param node its id
/// @param keys whose signatures count, pinned at enrolment
public record LibraryIdentity(String site, String node, TrustedKeys keys) {}
