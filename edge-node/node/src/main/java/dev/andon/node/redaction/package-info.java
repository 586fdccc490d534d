/// Takes out of words what belongs to people, before they are first written.
///
/// In: text, the roster of people, the plant's register. Out: the same text with `[name]`,
/// `[phone]`, `[mail]`, `[badge]` and `[plate]` in the place of these. Never knows: who said it,
/// and where it is written.
@NullMarked
package dev.andon.node.redaction;

import org.jspecify.annotations.NullMarked;
