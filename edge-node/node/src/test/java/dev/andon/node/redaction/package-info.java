/// How well what belongs to people is taken out.
@NullMarked
package dev.andon.node.redaction;

import org.jspecify.annotations.NullMarked;
