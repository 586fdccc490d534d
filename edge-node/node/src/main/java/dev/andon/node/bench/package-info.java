/// Every figure that Andon states of itself: measured here, written to `docs/benchmarks.md`.
@NullMarked
package dev.andon.node.bench;

import org.jspecify.annotations.NullMarked;
