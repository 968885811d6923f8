"""How soon a plan is followed: less is shown only after a while, more only when all has been calm, and ever later where
more has lately turned out to be too much.
"""

from __future__ import annotations

from collections.abc import Mapping

from wall.model.video import Ease

_STRAINED_LOOKS = 3
"""For so many looks in a row it must be too much before anything is left out."""
_CALM_LOOKS, _MOST_CALM_LOOKS = 4, 64
"""For so many it must not be before anything is given back."""
_SOON_LOOKS = 20
"""What must be left out again within so many after something was given back was given back too early."""
_FORGIVEN_LOOKS = 180


class Patience:
    """Asked at each look, once a second."""

    def __init__(self) -> None:
        self._strained = 0
        self._calm = self._since_given = _FORGIVEN_LOOKS
        self._wanted_calm = _CALM_LOOKS

    def follow(self, now: Mapping[int, Ease], planned: Mapping[int, Ease]) -> dict[int, Ease]:
        """What to do of a plan, by key; `now` is how each is decoded at present."""
        self._note(any(ease.level > now[key].level for key, ease in planned.items()))
        leaves_out, gives_back = self._strained >= _STRAINED_LOOKS, self._calm >= self._wanted_calm
        done = {key: _within(ease, now[key], leaves_out, gives_back) for key, ease in planned.items()}
        if any(ease.level < now[key].level for key, ease in done.items()):
            self._since_given = 0
        return done

    def _note(self, is_strained: bool) -> None:
        self._since_given += 1
        if not is_strained:
            self._strained, self._calm = 0, self._calm + 1
            if self._calm > _FORGIVEN_LOOKS:
                self._wanted_calm = _CALM_LOOKS
            return
        self._strained, self._calm = self._strained + 1, 0
        if self._strained == _STRAINED_LOOKS and self._since_given < _SOON_LOOKS:
            self._wanted_calm = min(_MOST_CALM_LOOKS, 2 * self._wanted_calm)


def _within(planned: Ease, now: Ease, leaves_out: bool, gives_back: bool) -> Ease:
    level = planned.level
    if (level > now.level and not leaves_out) or (level < now.level and not gives_back):
        level = now.level
    return Ease(planned.decoder, level)
