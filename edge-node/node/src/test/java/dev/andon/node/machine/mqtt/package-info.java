@NullMarked
package dev.andon.node.machine.mqtt;

import org.jspecify.annotations.NullMarked;
