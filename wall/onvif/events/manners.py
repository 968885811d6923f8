"""What is known of a device's way with subscriptions, over all that it has given."""

from __future__ import annotations

from dataclasses import dataclass

ASKED_S = 120.0
_MOST_ASKED_S = 7200.0
_MINUTE = 60
_MOST_SILENCES = 2
_MOST_REFUSALS = 2
_MOST_ENDED = 2
_MOST_DIFFERENT = 2


@dataclass(slots=True)
class Manners:
    """`asked_s` is how long a subscription is asked to last. `has_proven`: it has said how everything stands when it
    was told to, the last time or the time before. `most_given`: so much it has said in one answer, at least one: where
    it says less, no more was there.
    """

    asked_s: float = ASKED_S
    has_proven: bool = False
    most_given: int = 1
    _silences: int = 0
    _refused_renewals: int = 0
    _ended: int = 0
    _different: int = 0

    @property
    def is_provable(self) -> bool:
        """Does it say how everything stands when it is asked to? Who does, and then does not, has forgotten us. Who
        does not twice on end is believed to be such a one.
        """
        return self._silences < _MOST_SILENCES

    @property
    def renews(self) -> bool:
        """Does it renew? Who refuses that time and again is not asked any more."""
        return self._refused_renewals < _MOST_REFUSALS

    @property
    def keeps_connections(self) -> bool:
        """Does a connection stay after an answer? Some devices end it without having said so, and a question that
        crosses that end might have been heard, for all that anybody knows.
        """
        return self._ended < _MOST_ENDED

    @property
    def tells_both(self) -> bool:
        """Is each of two subscriptions told everything? Where the former one was not time and again, that is the
        device's way, and says nothing of the former one.
        """
        return self._different < _MOST_DIFFERENT

    def compared(self, *, is_told: bool) -> None:
        """Was the former one told, too, what its successor was?"""
        self._different = 0 if is_told else self._different + 1

    def ended(self) -> None:
        """A connection ended as soon as the next question was asked."""
        self._ended += 1

    def proven(self) -> None:
        self.has_proven, self._silences = True, 0

    def silent(self) -> None:
        self._silences += 1
        self.has_proven = self.has_proven and self.is_provable

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
