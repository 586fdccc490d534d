/// Tests of the endpointer against spoken and made-up sound.
@NullMarked
package dev.andon.node.vad;

import org.jspecify.annotations.NullMarked;
