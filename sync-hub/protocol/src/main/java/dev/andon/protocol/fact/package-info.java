/// What a node knows to have happened, as it is told to the hub. Each fact says all of itself: no
/// order of arrival is needed to understand it.
@NullMarked
package dev.andon.protocol.fact;

import org.jspecify.annotations.NullMarked;
