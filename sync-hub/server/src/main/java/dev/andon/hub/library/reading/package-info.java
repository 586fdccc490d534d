/// What a document says: read, cut and embedded once for the fleet, and held against its earlier
/// revision.
///
/// In: files. Out: passages, vectors, differences in words. Never knows: rings, nodes, signatures.
@NullMarked
package dev.andon.hub.library.reading;

import org.jspecify.annotations.NullMarked;
