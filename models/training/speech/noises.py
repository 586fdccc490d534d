"""Workshop noises, made from random numbers (babble: from recordings of training speakers)."""

import numpy as np

from sounds import RATE

KINDS = (
    ["white", "pink", "brown", "hum", "motor", "motor", "impacts", "impacts", "air", "fan"]
    + ["babble"] * 6
)


def coloured(count, slope, rng):
    """Noise whose power falls with frequency ** slope."""
    spectrum = np.fft.rfft(rng.standard_normal(count))
    hertz = np.maximum(np.fft.rfftfreq(count, 1 / RATE), 20)
    sound = np.fft.irfft(spectrum / hertz ** (slope / 2), count)
    return sound / sound.std()


def tones(count, base, strengths, rng):
    """A base frequency in Hz with its multiples; it wavers a little."""
    time = np.arange(count) / RATE
    phase = 2 * np.pi * base * (time + 0.002 / (2 * np.pi * 0.5) * np.sin(2 * np.pi * 0.5 * time))
    sound = sum(
        strength * np.sin(k * phase + rng.uniform(0, 6.28))
        for k, strength in enumerate(strengths, 1)
        if k * base < RATE / 2
    )
    return sound / sound.std()


def hum(count, rng):
    base = rng.choice([50, 60, 100, 120]) * rng.uniform(0.98, 1.02)
    strengths = rng.uniform(0.1, 1, 14) / np.arange(1, 15) ** rng.uniform(0.4, 1.0)
    return tones(count, base, strengths, rng) + rng.uniform(0.1, 0.5) * coloured(count, 1, rng)


def motor(count, rng):
    turning = tones(count, rng.uniform(25, 400), rng.uniform(0.05, 1, 20) / np.arange(1, 21) ** 0.8, rng)
    time = np.arange(count) / RATE
    wavering = 1 + rng.uniform(0, 0.8) * np.sin(2 * np.pi * rng.uniform(0.5, 12) * time)
    return rng.uniform(0.2, 1.5) * turning + coloured(count, rng.uniform(0.4, 1.6), rng) * wavering


def impacts(count, rng):
    """Knocks and clanks, regular or not, over some noise."""
    sound = rng.uniform(0.05, 0.4) * coloured(count, rng.uniform(0.5, 1.5), rng)
    regular, gap = rng.random() < 0.5, rng.uniform(0.1, 0.9)
    at = rng.uniform(0, gap)
    length = RATE // 3
    time = np.arange(length) / RATE
    while at * RATE < count - length:
        knock = rng.standard_normal(length) * np.exp(-time / rng.uniform(0.003, 0.02))
        for _ in range(rng.integers(0, 4)):
            ring = np.sin(2 * np.pi * rng.uniform(300, 5_000) * time + rng.uniform(0, 6.28))
            knock += rng.uniform(0.2, 1) * ring * np.exp(-time / rng.uniform(0.02, 0.12))
        begin = int(at * RATE)
        sound[begin : begin + length] += rng.uniform(1, 6) * knock
        at += gap if regular else rng.exponential(gap) + 0.03
    return sound


def air(count, rng):
    """Compressed air: bright noise that comes and goes."""
    time = np.arange(count) / RATE
    bursts = (np.sin(2 * np.pi * rng.uniform(0.2, 2) * time + rng.uniform(0, 6.28)) > rng.uniform(-0.8, 0.8))
    return coloured(count, rng.uniform(-1, 0), rng) * (0.15 + bursts) + 0.2 * coloured(count, 1, rng)


def fan(count, rng):
    return coloured(count, rng.uniform(0.8, 2), rng) + 0.5 * tones(count, rng.uniform(60, 300), [1, 0.5, 0.3], rng)


def babble(count, rng, voices):
    """voices: int16 recordings; two to six of them talk at once."""
    sound = np.zeros(count)
    for _ in range(rng.integers(2, 7)):
        voice = np.concatenate([voices[rng.integers(len(voices))] for _ in range(6)]).astype(np.float32)
        voice = np.resize(voice / (voice.std() + 1), count)
        sound += rng.uniform(0.5, 1) * np.roll(voice, rng.integers(count))
    return sound


def noise(kind, count, rng, voices):
    """Samples of one kind, RMS 1."""
    makers = {
        "white": lambda: coloured(count, 0, rng),
        "pink": lambda: coloured(count, 1, rng),
        "brown": lambda: coloured(count, 2, rng),
        "hum": lambda: hum(count, rng),
        "motor": lambda: motor(count, rng),
        "impacts": lambda: impacts(count, rng),
        "air": lambda: air(count, rng),
        "fan": lambda: fan(count, rng),
        "babble": lambda: babble(count, rng, voices),
    }
    sound = makers[kind]()
    return sound / sound.std()
