/// Tests of the room, with programs that behave like Tesseract on a bad day.
@NullMarked
package dev.andon.knowledge.corpus.ocr;

import org.jspecify.annotations.NullMarked;
