/// Recognises printed text on pictures of pages by the program Tesseract, where it is installed.
///
/// In: one picture of one page. Out: lines of words with their places and the program's confidence
/// in each. Never knows: PDF, manuals, what a word means. [Tesseract] finds the program, a
/// [RecognitionRun] is one supervised process, [Hocr] reads what it prints.
@NullMarked
package dev.andon.knowledge.corpus.ocr;

import org.jspecify.annotations.NullMarked;
