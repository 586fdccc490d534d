/// Tests of the audio room; [Sound] makes sound for the other rooms' tests.
@NullMarked
package dev.andon.node.audio;

import org.jspecify.annotations.NullMarked;
