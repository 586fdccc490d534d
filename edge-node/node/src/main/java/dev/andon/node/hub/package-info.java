/// The hub as a program beside this one, for the demonstration and the measures: started, told its
/// commands, ended. What node and hub say to each other goes over the wire, never through here.
@NullMarked
package dev.andon.node.hub;

import org.jspecify.annotations.NullMarked;
