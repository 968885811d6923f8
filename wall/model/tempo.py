"""How long to rest between two looks for what many cameras send: looks are dear, and so is lateness.

Twice for each picture of the fastest one is enough: nothing is passed over, it is half a picture late at most, and
cameras that keep their pace are shown at it, for the looks keep step with them.
"""

from __future__ import annotations

from collections.abc import Mapping

USUAL_S = 0.02
"""While nothing is known of them."""
_LEAST_S, _MOST_S = 0.01, 1 / 30
_LOOKS = 2


def rest_s(fastest: float | None) -> float:
    """Seconds between two looks, where the fastest sends so many pictures a second."""
    if fastest is None:
        return USUAL_S
    return max(_LEAST_S, 1 / max(_LOOKS * fastest, 1 / _MOST_S))


class Fastest:
    """How many pictures a second the fastest of them sends, from how many each has sent so far."""

    def __init__(self) -> None:
        self._counts: Mapping[int, int] = {}
        self._looked_s = 0.0

    def look(self, counts: Mapping[int, int], now_s: float) -> float | None:
        """Since the last look; None where none was there already."""
        former, passed_s = self._counts, now_s - self._looked_s
        self._counts, self._looked_s = counts, now_s
        sent = [count - former[number] for number, count in counts.items() if number in former]
        return max(0, *sent) / passed_s if sent and passed_s > 0 else None
