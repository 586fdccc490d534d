/// The measures of the sync at tiny sizes.
@NullMarked
package dev.andon.node.bench.sync;

import org.jspecify.annotations.NullMarked;
