/// The hub's API: HTTPS with the hub's own certificate, one route per operation of `openapi.yaml`.
///
/// In: requests of nodes, administrators and the command line. Out: what the rooms answer, as JSON;
/// failures as `application/problem+json`. A room joins by [Operations]: handlers by operation id,
/// and paths in `openapi.yaml`. Never knows: tables, topics. Vert.x stays in this room.
@NullMarked
package dev.andon.hub.web;

import org.jspecify.annotations.NullMarked;
