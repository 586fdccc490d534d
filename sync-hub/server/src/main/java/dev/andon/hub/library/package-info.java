/// The hub's library: revisions of manuals, registers, words of commands, settings and models;
/// which ring of nodes is to serve which of them; what the nodes made of it.
///
/// In: files and decisions of the librarian, reports of the fleet. Out: signed manifests and the
/// signed catalog. Never knows: brokers and web servers. `block` cuts and keeps, `reading` reads
/// and compares, `serve` publishes.
@NullMarked
package dev.andon.hub.library;

import org.jspecify.annotations.NullMarked;
