"""Makes recordings: record.py FOLDER GROUP SENTENCES SEED.

Writes FOLDER/GROUP-SEED-NNN.npz, 400 utterances each: samples end to end (int16, 16 kHz), where each
ends, what is said and by whom.
"""

import random
import sys
from pathlib import Path

import numpy as np

import voices
from texts import Texts

SHARD = 400
LOOSE_WORDS = "/usr/share/dict/american-english-small"
SHORTEST = voices.RATE // 5


def utterances(group, count, rng):
    texts = Texts(LOOSE_WORDS)
    while count > 0:
        sentence, voice = texts.next(rng), voices.draw(group, rng)
        samples = voices.speak(voice, sentence, rng)
        if samples is not None and len(samples) > SHORTEST and np.abs(samples).max() > 500:
            count -= 1
            yield sentence, f"{voice.engine}:{voice.name}", samples


def save(path, said):
    partial = path.with_suffix(".part.npz")
    np.savez(
        partial,
        samples=np.concatenate([samples for _, _, samples in said]),
        ends=np.cumsum([len(samples) for _, _, samples in said]),
        sentences=np.array([sentence for sentence, _, _ in said]),
        voices=np.array([voice for _, voice, _ in said]),
    )
    partial.rename(path)


def main(folder, group, count, seed):
    folder.mkdir(parents=True, exist_ok=True)
    said, shard = [], 0
    for utterance in utterances(group, count, random.Random(seed)):
        said.append(utterance)
        if len(said) == SHARD:
            save(folder / f"{group}-{seed}-{shard:03}.npz", said)
            said, shard = [], shard + 1
    if said:
        save(folder / f"{group}-{seed}-{shard:03}.npz", said)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
