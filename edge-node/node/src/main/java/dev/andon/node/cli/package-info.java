/// The commands: arguments in, text or JSON and an exit code out (0 done, 1 failed, 2 bad usage).
@NullMarked
package dev.andon.node.cli;

import org.jspecify.annotations.NullMarked;
