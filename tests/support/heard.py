"""What is heard: the frequency and the loudness of samples."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def loudest_hz(samples: NDArray[np.int16], rate_hz: int) -> float:
    """The frequency that most of the sound has."""
    heard = samples.astype(np.float64)
    window = np.hanning(len(heard))
    return float(np.argmax(np.abs(np.fft.rfft((heard - heard.mean()) * window)))) * rate_hz / len(heard)


def loudness(samples: NDArray[np.int16]) -> float:
    """Root mean square, of full scale."""
    return float(np.sqrt(np.mean(samples.astype(np.float64) ** 2))) / 32768
