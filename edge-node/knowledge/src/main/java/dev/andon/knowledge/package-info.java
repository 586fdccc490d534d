/// What every stage of the knowledge library may throw, and nothing else.
@NullMarked
package dev.andon.knowledge;

import org.jspecify.annotations.NullMarked;
