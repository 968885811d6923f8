"""The decode budget: what the streams on the wall cost, whether the machine has it, and who gives when it has not.

Once a second: see what was used, learn from it, say what there is, and have streams decoded as `model.degradation`
plans it. The plan goes by what they would need, not by what they got: a machine that is overrun shows only the latter.
Where pictures come late all the same, or are passed over, there is less than it seems: the plan is made for less.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from wall.model.decode_cost import CostModel, Forecast, Load
from wall.model.degradation import Candidate, plan
from wall.model.events import BudgetChanged, Event
from wall.model.patience import Patience
from wall.model.video import Ease, Level, VideoSettings
from wall.services.usage import Usage, cores

_EVERY_S = 1.0
_OTHERS_SHARE = 0.3
"""Of a look's figure that counts: others come and go."""
_BEHIND_SHARE = 0.25
"""So many of the tiles behind what comes, and the machine has less for us than it seems."""
_SETTLED_LOOKS = 4
"""So long it takes until a change has its effect: that waits for a keyframe."""
_RESTED_LOOKS = 12
"""What rests is decoded on for ten seconds, which is no load that the model knows."""
_LESS, _MORE, _LEAST = 0.93, 1.02, 0.3


class DecodesStreams(Protocol):
    """`wall.services.live_view.LiveView`. On the io loop."""

    def candidates(self) -> Sequence[Candidate]:
        """The streams that are received, and what is planned for them now."""
        ...

    def loads(self) -> Sequence[Load]:
        """The same, as they are decoded now."""
        ...

    def ease(self, key: int, ease: Ease) -> None:
        """Have one decoded otherwise, or another one shown in its place."""
        ...

    def behind(self) -> Sequence[bool]:
        """For each stream that is decoded: do its pictures come late, or are many passed over?"""
        ...


class Budget:
    """Runs on the io loop, but for `forecast`."""

    def __init__(
        self,
        streams: DecodesStreams,
        publish: Callable[[Event], None],
        settings: VideoSettings | None = None,
        model: CostModel | None = None,
    ) -> None:
        self._streams = streams
        self._publish = publish
        self._settings = settings or VideoSettings()
        self._model = model or CostModel()
        self._others: float | None = None
        self._has = cores()
        self._trust = 1.0
        """The share of what seems to be there that really is."""
        self._steady: Sequence[Load] = ()
        self._same = 0
        self._patience = Patience()

    async def run(self, look: Callable[[], Usage | None]) -> None:
        """Until it is cancelled. `look` tells what was used since it was called last; it takes a millisecond or two."""
        while True:
            await asyncio.sleep(_EVERY_S)
            self.tick(look())

    def settle(self, settings: VideoSettings) -> None:
        """From now on plan so; within a second or two the streams are decoded accordingly."""
        self._settings = settings

    def forecast(self, candidates: Sequence[Candidate]) -> Forecast:
        """What these would cost on this machine, and whether something would have to be left out. Any thread."""
        eases = plan(candidates, self._model, self._has, self._settings)
        cost = self._model.total(each.at(eases[each.key]) for each in candidates)
        return Forecast(cost, self._has, _eased(eases.values()))

    def tick(self, usage: Usage | None) -> None:
        """Take in what was used over the last second."""
        if usage is None:
            return
        candidates = self._streams.candidates()
        self._learn(self._streams.loads(), usage)
        self._doubt()
        self._has = self._there(usage)
        now = {each.key: each.load.ease for each in candidates}
        eases = self._patience.follow(now, plan(candidates, self._model, self._has, self._settings))
        for each in candidates:
            if eases[each.key] != each.load.ease:
                self._streams.ease(each.key, eases[each.key])
        needed = self._model.total(each.at(eases[each.key]) for each in candidates)
        eased = _eased(eases.values())
        told = BudgetChanged(usage.ours, needed.cores, self._has, usage.memory_mb, needed.kbit_s, eased, usage.beside)
        self._publish(told)

    def _learn(self, loads: Sequence[Load], usage: Usage) -> None:
        """Only of a second in which nothing changed, nor just before, and in which everybody got what he needed."""
        self._same = self._same + 1 if _alike(loads, self._steady) else 0
        self._steady = loads
        settled = _RESTED_LOOKS if any(each.is_resting for each in loads) else _SETTLED_LOOKS
        if self._same >= settled and not usage.is_overrun:
            # While small pictures are made the window reads and paints those, too.
            window = None if usage.beside else usage.window
            self._model = self._model.learnt(loads, usage.decode, window)

    def _doubt(self) -> None:
        behind = self._streams.behind()
        if sum(behind) > _BEHIND_SHARE * len(behind):
            self._trust = max(_LEAST, self._trust * _LESS)
        else:
            self._trust = min(1.0, self._trust * _MORE)

    def _there(self, usage: Usage) -> float:
        """What there is for us, cores."""
        former = self._others if self._others is not None else usage.others
        self._others = former + (usage.others - former) * _OTHERS_SHARE
        return max(0.1, usage.cores - self._others) * self._trust


def _eased(eases: Iterable[Ease]) -> int:
    return sum(ease.level > Level.FULL for ease in eases)


def _alike(loads: Sequence[Load], others: Sequence[Load]) -> bool:
    """Are the same streams decoded in the same way?"""
    return [(each.shown, each.ease, each.is_resting) for each in loads] == [
        (each.shown, each.ease, each.is_resting) for each in others
    ]
