/// Every format that manuals are read from, put together once for all who read manuals: a node, and
/// the hub, which must read them exactly as a node does.
@NullMarked
package dev.andon.knowledge.formats;

import org.jspecify.annotations.NullMarked;
