/// A file written by a person in; its text, its tree with line numbers and its [Problem]s out.
///
/// Never knows: what the file is for.
@NullMarked
package dev.andon.config.source;

import org.jspecify.annotations.NullMarked;
