/// The figures of the sync: real journals and links in this process, a real hub beside it. In goes
/// how much is to be measured, out come figures and what could not be measured. It looks at the hub
/// through its commands and its API alone, never into its database.
@NullMarked
package dev.andon.node.bench.sync;

import org.jspecify.annotations.NullMarked;
