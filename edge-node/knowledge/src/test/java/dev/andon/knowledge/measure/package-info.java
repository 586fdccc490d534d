@NullMarked
package dev.andon.knowledge.measure;

import org.jspecify.annotations.NullMarked;
