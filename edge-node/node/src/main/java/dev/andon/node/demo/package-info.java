/// The demonstration plant as a running node: unpacked, indexed, its words learnt.
@NullMarked
package dev.andon.node.demo;

import org.jspecify.annotations.NullMarked;
