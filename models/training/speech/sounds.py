"""Sound as the decoder sees it: the logarithms of 40 mel bands, and their cosine transform.

Equal to what Vosk computes with conf/mfcc.conf of the model, to 1e-6.
"""

import numpy as np

RATE = 16_000
WINDOW, SHIFT, FFT = 400, 160, 512
BANDS, LOWEST_HZ, HIGHEST_HZ = 40, 20.0, 7_600.0
FLOOR = np.finfo(np.float32).eps


def mel(hertz):
    return 1_127.0 * np.log(1 + hertz / 700.0)


def band_hertz():
    """The middle frequencies of the bands."""
    middles = np.linspace(mel(LOWEST_HZ), mel(HIGHEST_HZ), BANDS + 2)[1:-1]
    return 700.0 * np.expm1(middles / 1_127.0)


def mel_bands():
    step = (mel(HIGHEST_HZ) - mel(LOWEST_HZ)) / (BANDS + 1)
    bins = mel(np.arange(FFT // 2) * RATE / FFT)
    weights = np.zeros((BANDS, FFT // 2))
    for band in range(BANDS):
        left = mel(LOWEST_HZ) + band * step
        rising, falling = (bins - left) / step, (left + 2 * step - bins) / step
        weights[band] = np.maximum(0, np.minimum(rising, falling))
    return weights.astype(np.float32)


def cosine_transform():
    order = np.arange(BANDS)
    matrix = np.sqrt(2 / BANDS) * np.cos(np.pi / BANDS * (order[None] + 0.5) * order[:, None])
    matrix[0] = np.sqrt(1 / BANDS)
    lifter = 1 + 0.5 * 22 * np.sin(np.pi * order / 22)
    return (matrix * lifter[:, None]).astype(np.float32)


MEL = mel_bands()
COSINE = cosine_transform()
POVEY = ((0.5 - 0.5 * np.cos(2 * np.pi / (WINDOW - 1) * np.arange(WINDOW))) ** 0.85).astype(np.float32)


def log_mel(samples):
    """samples: in the range of int16; gives frames x 40 natural logarithms of power."""
    samples = np.ascontiguousarray(samples, np.float32)
    frames = 1 + (len(samples) - WINDOW) // SHIFT
    if frames < 1:
        return np.zeros((0, BANDS), np.float32)
    view = np.lib.stride_tricks.as_strided(
        samples, (frames, WINDOW), (samples.strides[0] * SHIFT, samples.strides[0])
    ).copy()
    view -= view.mean(1, keepdims=True)
    emphasised = np.empty_like(view)
    emphasised[:, 1:] = view[:, 1:] - 0.97 * view[:, :-1]
    emphasised[:, 0] = view[:, 0] * (1 - 0.97)
    spectrum = np.fft.rfft(emphasised * POVEY, FFT)[:, : FFT // 2]
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    return np.log(np.maximum(power @ MEL.T, FLOOR))


def voiced_rms(samples):
    """The level of the loud part, as levelling in the node takes it."""
    usable = samples[: len(samples) // SHIFT * SHIFT].astype(np.float32).reshape(-1, SHIFT)
    power = (usable**2).mean(1)
    return np.sqrt(power[power > power.max() * 1e-3].mean()) if len(power) else 1.0
