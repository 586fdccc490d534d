"""Turns recordings into training material: features.py RECORDINGS INTO VARIANTS.

Every recording is taken VARIANTS times, at another speed and pitch, in another room, with other
pauses around. Noise, level and colour are added only in training (mixing.py), anew each time.
Also writes noise.npz: pieces of noise of every kind. Runs beside record.py until all is done.
"""

import sys
import time
import zlib
from pathlib import Path

import numpy as np

import noises
from pronounce import Pronunciations
from sounds import RATE, log_mel, voiced_rms

LEVEL = 32_768 * 10 ** (-20 / 20)
NOISE_PIECES, NOISE_SECONDS = 640, 8
FRAMES_A_PHONE_MIN = 3.45
WAIT_SECONDS, PATIENCE = 5, 120


def spoken(samples, rng):
    """One variant of a recording, at the level of the node."""
    speed = rng.uniform(0.86, 1.18)
    sound = np.interp(np.arange(0, len(samples) - 1, speed), np.arange(len(samples)), samples)
    before, after = rng.uniform(0.05, 0.7), rng.uniform(0.05, 0.8)
    sound = np.concatenate([np.zeros(int(RATE * before)), sound, np.zeros(int(RATE * after))])
    if rng.random() < 0.5:
        sound = in_a_room(sound, rng)
    sound = sound / (voiced_rms(sound) + 1e-6) * LEVEL
    if rng.random() < 0.6:
        sound = sound + rng.standard_normal(len(sound)) * rng.uniform(0.3, 20)
    return np.round(np.clip(sound, -32_767, 32_767))


def in_a_room(sound, rng):
    seconds = rng.uniform(0.1, 0.7)
    length = int(RATE * min(seconds, 0.5))
    echo = rng.standard_normal(length) * np.exp(-6.9 * np.arange(length) / (RATE * seconds))
    echo[: int(0.002 * RATE)] = 0
    echo *= rng.uniform(0.1, 0.9) / np.sqrt((echo**2).sum())
    echo[0] = 1
    size = 1 << int(np.ceil(np.log2(len(sound) + length)))
    return np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(echo, size), size)[: len(sound)]


def convert(shard, variants, pronunciations, rng):
    """Features and phones of a shard's recordings, as train.py reads them."""
    features, phones = [], []
    begins = np.concatenate([[0], shard["ends"][:-1]])
    for sentence, begin, end in zip(shard["sentences"], begins, shard["ends"]):
        outputs = pronunciations.of(str(sentence))
        for _ in range(variants if outputs else 0):
            frames = log_mel(spoken(shard["samples"][begin:end], rng))
            if len(frames) > len(outputs) * FRAMES_A_PHONE_MIN:
                features.append(frames.astype(np.float16))
                phones.append(np.array(outputs, np.int16))
    return {
        "features": np.concatenate(features),
        "frame_ends": np.cumsum([len(f) for f in features]),
        "phones": np.concatenate(phones),
        "phone_ends": np.cumsum([len(p) for p in phones]),
    }


def noise_bank(shard, rng):
    """NOISE_PIECES x frames x 40 log mel powers of noise at the level of the node."""
    voices = np.split(shard["samples"], shard["ends"][:-1])
    count = NOISE_SECONDS * RATE
    kinds = [noises.KINDS[i % len(noises.KINDS)] for i in range(NOISE_PIECES)]
    return np.stack(
        [log_mel(noises.noise(k, count, rng, voices) * LEVEL).astype(np.float16) for k in kinds]
    )


def main(recordings, into, variants):
    into.mkdir(parents=True, exist_ok=True)
    pronunciations, done, waited = Pronunciations(), set(), 0
    while waited < PATIENCE:
        new = [p for p in sorted(recordings.glob("training-*.npz")) if "part" not in p.name and p not in done]
        waited = 0 if new else waited + 1
        if not new:
            time.sleep(WAIT_SECONDS)
        for path in new:
            done.add(path)
            if (into / path.name).exists():
                continue
            shard = dict(np.load(path))
            rng = np.random.default_rng([zlib.crc32(path.name.encode()), variants])
            if not (into / "noise.npz").exists():
                np.savez(into / "noise.npz", pieces=noise_bank(shard, rng))
            partial = into / f"{path.stem}.part.npz"
            np.savez(partial, **convert(shard, variants, pronunciations, rng))
            partial.rename(into / path.name)
            print(path.name, time.strftime("%T"), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
