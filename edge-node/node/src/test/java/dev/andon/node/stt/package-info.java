/// What every recogniser must hold to, and how the vocabulary is gathered.
@NullMarked
package dev.andon.node.stt;

import org.jspecify.annotations.NullMarked;
