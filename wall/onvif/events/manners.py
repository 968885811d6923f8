"""What is known of a device's way with subscriptions, over all that it has given."""

from __future__ import annotations

from dataclasses import dataclass

ASKED_S = 120.0
_MOST_ASKED_S = 7200.0
_MINUTE = 60
_MOST_SILENCES = 2
_MOST_REFUSALS = 2


@dataclass(slots=True)
class Manners:
    """`asked_s` is how long a subscription is asked to last. `has_proven`: it has said how everything stands when it
    was told to.
    """

    asked_s: float = ASKED_S
    has_proven: bool = False
    _silences: int = 0
    _refused_renewals: int = 0

    @property
    def is_provable(self) -> bool:
        """Does it say how everything stands when it is asked to? Who does, and then does not, has forgotten us. Who has
        never done so is believed twice to have forgotten us, and then to be such a one.
        """
        return self.has_proven or self._silences < _MOST_SILENCES

    @property
    def renews(self) -> bool:
        """Does it renew? Who refuses that time and again is not asked any more."""
        return self._refused_renewals < _MOST_REFUSALS

    def proven(self) -> None:
        self.has_proven, self._silences = True, 0

    def silent(self) -> None:
        self._silences += 1

    def cannot_prove(self) -> None:
        """It does not know the question."""
        self.has_proven, self._silences = False, _MOST_SILENCES

    def renewed(self, *, went_well: bool) -> None:
        self._refused_renewals = 0 if went_well else self._refused_renewals + 1

    def told(self, lasts_s: float) -> bool:
        """It lasts so long. Is it to be asked for longer, because minutes are read where seconds are said?"""
        is_short = lasts_s * _MINUTE <= self.asked_s * 1.5
        if is_short and self.asked_s * _MINUTE <= _MOST_ASKED_S:
            self.asked_s *= _MINUTE
            return True
        return False
