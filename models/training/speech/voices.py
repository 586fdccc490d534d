"""The synthetic voices: who speaks, by which program, and who must never be heard in training.

Every speaker belongs to one of three groups. TRAINING speakers make the recordings that the network
learns from. TUNING speakers choose priors, scales and thresholds. HELD_OUT speakers are for the
final measurement alone.
"""

import os
import random
import subprocess
import tempfile
from dataclasses import dataclass
from math import gcd
from pathlib import Path

import numpy as np
from scipy.signal import resample_poly

RATE = 16_000

ESPEAK_VARIANTS = Path("/usr/lib/x86_64-linux-gnu/espeak-ng-data/voices/!v")
ESPEAK_TUNING = ["Annie", "m4", "f3", "Michael", "steph2", "klatt4"]
ESPEAK_UNFIT = (
    "whisper whisperf croak Demonic UniRobot anikaRobot robosoft robosoft2 robosoft3 robosoft4"
    " robosoft5 robosoft6 robosoft7 robosoft8 fast Mr\\ serious"
).split()
ESPEAK_ACCENTS = (
    ["en-us"] * 6
    + ["en-gb", "en-gb", "en-gb-scotland", "en-gb-x-rp", "en-gb-x-gbclan", "en-gb-x-gbcwmd"]
    + ["en-029", "en-us-nyc"]
)

@dataclass(frozen=True)
class Voice:
    """engine: which of the functions below speaks; name: the voice as that program calls it."""

    engine: str
    name: str


def espeak_variants():
    names = sorted(os.listdir(ESPEAK_VARIANTS))
    return [n for n in names if n not in ESPEAK_UNFIT and n not in ESPEAK_TUNING and " " not in n]


TRAINING = (
    [(Voice("espeak", name), 0.42 / 79) for name in espeak_variants()]
    + [(Voice("flite", name), 0.06) for name in ("kal16", "awb", "rms", "slt")]
    + [(Voice("festival", "kal_diphone"), 0.07), (Voice("festival", "cmu_us_slt_arctic_hts"), 0.06)]
    + [(Voice("rhvoice", name), 0.07) for name in ("alan", "clb", "slt")]
)
TUNING = [(Voice("espeak", name), 0.1) for name in ESPEAK_TUNING] + [(Voice("festival", "rab_diphone"), 0.4)]
HELD_OUT = [
    (Voice("festival", "ked_diphone"), 0.25),
    (Voice("rhvoice", "bdl"), 0.25),
    (Voice("pico", "en-US"), 0.25),
    (Voice("pico", "en-GB"), 0.25),
]
GROUPS = {"training": TRAINING, "tuning": TUNING, "held-out": HELD_OUT}


def draw(group, rng: random.Random):
    voices, weights = zip(*GROUPS[group])
    return rng.choices(voices, weights)[0]


def speak(voice: Voice, sentence, rng: random.Random, steady=False):
    """Speaks a sentence of texts.py; int16 samples at 16 kHz, or None if the program failed.

    steady: at the program's own speed and pitch instead of a random one.
    """
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        wav = f"{folder}/said.wav"
        command, text = ENGINES[voice.engine](voice.name, sentence, wav, None if steady else rng)
        subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        return read(wav) if os.path.exists(wav) else None


def read(wav):
    """Samples of a RIFF file with one channel, at 16 kHz."""
    data = Path(wav).read_bytes()
    start = data.find(b"data")
    if start < 0:
        return None
    rate = int.from_bytes(data[24:28], "little")
    samples = np.frombuffer(data[start + 8 : start + 8 + (len(data) - start - 8) // 2 * 2], "<i2")
    if rate != RATE:
        common = gcd(rate, RATE)
        samples = resample_poly(samples.astype(np.float32), RATE // common, rate // common)
    return np.clip(samples, -32_767, 32_767).astype(np.int16)


def spelled(sentence, letter_a, lower_letters=False):
    """The sentence as a program must read it to say letters, units and xray properly."""
    said = []
    for word in sentence.split():
        if word == "A":
            said.append(letter_a)
        elif len(word) == 1 and word.isupper():
            said.append(word.lower() if lower_letters else word)
        else:
            said.append({"xray": "x ray", "rpm": "R P M", "psi": "P S I"}.get(word, word))
    return " ".join(said)


def espeak(name, sentence, wav, rng):
    accent = rng.choice(ESPEAK_ACCENTS) if rng else "en-us"
    command = ["espeak-ng", "-v", f"{accent}+{name}", "-w", wav]
    if rng:
        command += ["-s", str(rng.randint(115, 205)), "-p", str(rng.randint(15, 85))]
        command += ["-g", str(rng.choice([0, 0, 0, 1, 3]))]
    return command + [spelled(sentence, "[[eI]]", lower_letters=True)], None


def flite(name, sentence, wav, rng):
    command = ["flite", "-voice", name, "-o", wav]
    if rng:
        command += ["--setf", f"duration_stretch={rng.uniform(0.8, 1.3):.2f}"]
        command += ["--setf", f"int_f0_target_mean={rng.randint(80, 200)}"]
    return command + ["-t", spelled(sentence, "ay")], None


def festival(name, sentence, wav, rng):
    stretch = rng.uniform(0.85, 1.3) if rng else 1.0
    return ["festival", "--pipe"], (
        f"(voice_{name}) (Parameter.set 'Duration_Stretch {stretch:.2f})"
        f' (set! said (utt.synth (Utterance Text "{spelled(sentence, "ay")}")))'
        f' (utt.save.wave said "{wav}" (quote riff))\n'
    )


def rhvoice(name, sentence, wav, rng):
    command = ["RHVoice-test", "-p", name, "-o", wav]
    if rng:
        command += ["-r", str(rng.randint(75, 125)), "-t", str(rng.randint(80, 125))]
    return command, spelled(sentence, "ay")


def pico(name, sentence, wav, rng):
    speed = rng.randint(85, 120) if rng else 100
    letter = '<phoneme alphabet="xsampa" ph="eI"/>'
    return ["pico2wave", "-l", name, "-w", wav, f'<speed level="{speed}">{spelled(sentence, letter)}</speed>'], None


ENGINES = {
    "espeak": espeak,
    "flite": flite,
    "festival": festival,
    "rhvoice": rhvoice,
    "pico": pico,
}
