"""How words sound in the model's 40 phones: by its lexicon, else as espeak-ng says them."""

import re
import subprocess
from pathlib import Path

MODEL = Path(__file__).parent / "../../embedded/vosk-andon-en"

# espeak-ng's American phones that the model spells with others of its own; the rest are the same.
RESPELLED = {
    "t#": "t", "t2": "t", "I#": "I", "I2": "I", "i": "i:", "3:": "3", "@L": "@ l", "A@": "A r",
    ";": "", "a#": "@", "e@": "E r", "o@": "O r", "O@": "O r", "O2": "O", "O:": "O", "i@3": "I r",
    "i@": "I r", "aI3": "aI 3", "aa": "a", "?": "", "n-": "n", "A:": "A", "0": "A", "aI@": "aI @",
    "@2": "@", "U@": "U r", "l^": "l", "w#": "w", "O~": "O n", "A~": "A n",
}  # fmt: skip


class Pronunciations:
    """Phones as network outputs."""

    def __init__(self):
        rows = [line.split() for line in open(MODEL / "phones.txt", encoding="utf-8")]
        self.outputs = {phone: int(output) for phone, output in rows}
        self.words = {}
        for line in open(MODEL / "lexicon.txt", encoding="utf-8"):
            word, *phones = line.split()
            self.words.setdefault(word, []).append([self.outputs[phone] for phone in phones])

    def of(self, sentence):
        """The outputs that a sentence of texts.py makes, or None if a word cannot be spelled."""
        outputs = []
        for word in sentence.split():
            spoken = self._word(word)
            if not spoken:
                return None
            outputs += spoken
        return outputs

    def _word(self, word):
        if len(word) == 1 and word.isupper():
            return self.words[word.lower()][-1]
        if word not in self.words:
            self.words[word] = [self._by_espeak(word)]
        return self.words[word][0]

    def _by_espeak(self, word):
        command = ["espeak-ng", "-q", "-x", "--sep=_", "-v", "en-us", word]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        phones = [re.sub(r"[',%=|]", "", phone) for phone in re.split(r"[_ \n]+", said)]
        spelled = " ".join(RESPELLED.get(phone, phone) for phone in phones).split()
        return [self.outputs[p] for p in spelled] if all(p in self.outputs for p in spelled) else None
