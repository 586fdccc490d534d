/// What Andon says of its own accord, in the languages of its users: a room keeps its sentences in
/// files beside it, `sayings-LANGUAGE.properties`.
@NullMarked
package dev.andon.node.saying;

import org.jspecify.annotations.NullMarked;
