/// Text in, the words out by which it is found: lower case, no accents, stemmed as its language
/// inflects.
///
/// The same code reads manuals and questions. Never knows: where the words are kept, nor what is
/// asked with them.
@NullMarked
package dev.andon.knowledge.corpus.words;

import org.jspecify.annotations.NullMarked;
