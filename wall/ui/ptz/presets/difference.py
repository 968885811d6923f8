"""What has changed between two pictures of one place. Pure: arrays of grey or of colours, 0 to 255.

Done in small, so that noise and compression do not count, and without the brightness of the day.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.floating[Any]]

MOST_SHIFT = 1 / 12
"""Of its size: so far off does no dome come back."""
_STILL = 1e-6
_LOW, _HIGH = 0.9, 2.2
"""Of the usual contrast: below the first there is no change, from the second on it is as marked as can be."""
_ROUND = 2
"""Pixels around each that are taken together."""


def shift_between(one: Grey, two: Grey) -> tuple[int, int]:
    """How far right and down `two` lies of `one`, in pixels: (0, 0) where that cannot be told.

    By phase correlation (Kuglin and Hines, 1975): of two pictures that differ by a shift only, what is left of their
    spectra is the phase of that shift.
    """
    window = np.outer(np.hanning(one.shape[0]), np.hanning(one.shape[1]))
    first, second = (np.fft.rfft2((each - each.mean()) * window) for each in (one, two))
    cross = second * np.conj(first)
    peaks = np.fft.irfft2(cross / np.maximum(np.abs(cross), _STILL), s=one.shape)
    down, right = _near(peaks)
    is_clear = peaks[down, right] > 4 * float(np.std(peaks))
    return (right, down) if is_clear else (0, 0)


def _near(peaks: Grey) -> tuple[int, int]:
    """The highest of those that a dome may be off by, as signed places."""
    most = [max(1, round(side * MOST_SHIFT)) for side in peaks.shape]
    rows, columns = (np.arange(-each, each + 1) for each in most)
    there = peaks[np.ix_(rows, columns)]
    row, column = np.unravel_index(int(np.argmax(there)), there.shape)
    return int(rows[row]), int(columns[column])


def shifted(grey: Grey, right: int, down: int) -> Grey:
    """Moved by so much; what comes in at the rim is what was there."""
    moved = np.roll(grey, (down, right), (0, 1))
    if down > 0:
        moved[:down] = grey[:down]
    elif down < 0:
        moved[down:] = grey[down:]
    if right > 0:
        moved[:, :right] = grey[:, :right]
    elif right < 0:
        moved[:, right:] = grey[:, right:]
    return moved


def changed(one: Grey, two: Grey) -> Grey:
    """How much each spot has changed, 0 to 1, in whichever colour it has changed most. Both of one size, colours last,
    and laid over each other already.
    """
    apart = [np.abs(_plain(one[..., n]) - _plain(two[..., n])) for n in range(one.shape[-1])]
    share: Grey = np.clip((_smooth(np.max(apart, axis=0)) - _LOW) / (_HIGH - _LOW), 0.0, 1.0)
    return share


def _plain(grey: Grey) -> Grey:
    """Without its brightness and its contrast."""
    return (grey - np.median(grey)) / max(8.0, float(np.std(grey)))


def _smooth(values: Grey) -> Grey:
    """The mean of what is around each."""
    wide = 2 * _ROUND + 1
    edged = np.pad(values, _ROUND + 1, mode="edge")[:-1, :-1]
    sums = edged.cumsum(0).cumsum(1)
    mean: Grey = (sums[wide:, wide:] - sums[:-wide, wide:] - sums[wide:, :-wide] + sums[:-wide, :-wide]) / wide**2
    return mean
