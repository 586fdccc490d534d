"""Noise, colour and level for a batch, anew each time, on the logarithms of mel powers.

Powers of independent sounds add up, but for a term that swings with their phases; it averages out
over the bins of a band.
"""

import numpy as np

from sounds import BANDS, COSINE, MEL, band_hertz

QUIETEST_DB, LOUDEST_DB = -8, 5
SNR_DB_MIN, SNR_DB_MAX = -2, 26
CLEAN_SHARE = 0.15
NEPER_A_DB = np.log(10) / 10
BINS_A_BAND = (MEL > 0).sum(1)
BAND_POSITION = np.linspace(0, 1, BANDS)
THROATS = np.linspace(0.88, 1.14, 14)


def longer_throat(factor):
    """The matrix that moves 40 bands to those of a throat so much longer: each band takes from its
    frequency times the factor."""
    at = np.interp(band_hertz() * factor, band_hertz(), np.arange(BANDS))
    return np.maximum(0, 1 - np.abs(np.arange(BANDS)[:, None] - at)).astype(np.float32)


class Mixing:
    """Draws from the noise bank of features.py."""

    def __init__(self, pieces, seed):
        self.pieces = pieces
        self.rng = np.random.default_rng(seed)
        self.throats = [longer_throat(factor) for factor in THROATS]

    def cepstra(self, clean):
        """clean: frames x 40 log mel powers of speech; gives frames x 40 MFCCs of what is heard."""
        rng = self.rng
        heard = clean.astype(np.float32) @ self.throats[rng.integers(len(THROATS))] + self._colour(3)
        if rng.random() >= CLEAN_SHARE:
            heard = self._with_noise(heard, rng.uniform(SNR_DB_MIN, SNR_DB_MAX))
        heard = heard + rng.uniform(QUIETEST_DB, LOUDEST_DB) * NEPER_A_DB
        return heard @ COSINE.T

    def _with_noise(self, speech, snr_db):
        rng = self.rng
        piece = self.pieces[rng.integers(len(self.pieces))]
        start = rng.integers(len(piece))
        noise = np.take(piece, range(start, start + len(speech)), 0, mode="wrap").astype(np.float32)
        noise = noise + self._colour(2) - snr_db * NEPER_A_DB
        swing = np.clip(rng.standard_normal(speech.shape) / np.sqrt(2 * BINS_A_BAND), -0.95, 0.95)
        low, high = np.minimum(speech, noise), np.maximum(speech, noise)
        ratio = np.exp(low - high)
        return (high + np.log1p(ratio + 2 * np.sqrt(ratio) * np.maximum(swing, -0.95))).astype(np.float32)

    def _colour(self, db):
        """A smooth random equalisation, now and then with the treble cut off."""
        rng = self.rng
        points = rng.normal(0, db, 6)
        curve = np.interp(BAND_POSITION, np.linspace(0, 1, 6), points - points.mean())
        if rng.random() < 0.15:
            curve -= 40 * np.maximum(0, BAND_POSITION - rng.uniform(0.72, 0.95))
        return (curve * NEPER_A_DB).astype(np.float32)
