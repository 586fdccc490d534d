"""What is said in the training recordings: sentences from templates, and loose words.

The same seed gives the same sentences. A letter of the alphabet is written in upper case, so that
the voices say its name and the article "a" stays an article.
"""

import random
import re
from pathlib import Path

HERE = Path(__file__).parent
QUESTIONS = HERE / "../../../edge-node/node/src/main/resources/dev/andon/node/stt/vosk/questions-en.txt"
COMMANDS = HERE / "commands-en.txt"
NAMES = HERE / "names-en.txt"

SLOT = re.compile(r"<([a-z-]+)>")
LETTER = re.compile(r"(?<!')\b([b-hj-z])\b(?!')")
LOOSE_WORD = re.compile(r"[a-z]{3,10}")

QUESTION_SHARE = 0.30
COMMAND_SHARE = 0.45


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.strip()
            if line and not line.startswith("#"):
                yield line


class Texts:
    """Draws sentences."""

    def __init__(self, loose_words):
        """loose_words: English words for sounds in every order, as a dictionary file lists them"""
        self.slots = {"name": list(lines(NAMES))}
        self.questions = self._read(QUESTIONS)
        self.commands = self._read(COMMANDS)
        self.slots["known-code"] = ["<code>"]
        self.loose = [word for word in lines(loose_words) if LOOSE_WORD.fullmatch(word)]

    def _read(self, path):
        templates = []
        for line in lines(path):
            name, colon, phrases = line.partition(":")
            if colon:
                self.slots[name] = [self._letters(name, p.strip()) for p in phrases.split("|")]
            else:
                weight, template = line.split(" ", 1)
                templates += [template] * int(weight)
        return templates

    @staticmethod
    def _letters(slot, phrase):
        return phrase.upper() if slot.endswith("letter") and len(phrase) == 1 else phrase

    def next(self, rng: random.Random):
        """A sentence without punctuation: lower case, letters of the alphabet in upper case."""
        share = rng.random()
        if share < QUESTION_SHARE:
            sentence = self._fill(rng.choice(self.questions), rng)
        elif share < QUESTION_SHARE + COMMAND_SHARE:
            sentence = self._fill(rng.choice(self.commands), rng)
        else:
            sentence = " ".join(self._loose_word(rng) for _ in range(rng.randint(2, 6)))
        return LETTER.sub(lambda letter: letter.group(1).upper(), " ".join(sentence.split()))

    def _loose_word(self, rng):
        share = rng.random()
        if share < 0.6:
            return rng.choice(self.loose)
        slot = rng.choice(["any-letter", "any-letter", "nato", "digit", "two-digits", "thing"])
        return self._fill(f"<{slot}>", rng)

    def _fill(self, phrase, rng):
        return SLOT.sub(lambda slot: self._fill(rng.choice(self.slots[slot.group(1)]), rng), phrase)


if __name__ == "__main__":
    demo = Texts("/usr/share/dict/american-english-small")
    chance = random.Random(1)
    for _ in range(40):
        print(demo.next(chance))
