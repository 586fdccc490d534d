/// Text in, unit vectors out. Never knows: what the text is for.
@NullMarked
package dev.andon.knowledge.embed;

import org.jspecify.annotations.NullMarked;
