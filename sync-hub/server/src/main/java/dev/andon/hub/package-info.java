/// The hub: collects the events of a site's nodes, serves manuals to them, and reports.
@NullMarked
package dev.andon.hub;

import org.jspecify.annotations.NullMarked;
