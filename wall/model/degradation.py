"""Which streams are decoded with less when the machine cannot decode all of them in full: the least important first.

First small tiles go to the cheaper decoder, which nobody sees. Then, step by step until all fits, every second picture
is left out, the next smaller stream is shown, and at last keyframes only: each step for all tiles, from the least
important to the most, before the next one begins. What is in the operator's hand comes last.

It recovers with patience: a step back is taken only if there is room to spare after it, so that nothing flaps; one
tile at a time, or where there is ample room a quarter of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wall.model.decode_cost import CostModel, Load, shown_rate
from wall.model.video import Decoder, Ease, EngineChoice, Level, VideoSettings

COMFORT_SHARE = 0.25
"""Of what there is for us: above it, small tiles are decoded the cheaper way."""
FULL_SHARE = 0.85
"""Of what there is for us: above it, something must give."""
SPARE_SHARE = 0.7
"""What a step back may come to; likewise, seen from `COMFORT_SHARE`, `_SPARE_COMFORT_SHARE`."""
_SPARE_COMFORT_SHARE = 0.18
_AMPLE_SHARE = 0.5
"""What steps back may come to that are taken several at once."""
_AT_ONCE = 4
"""One in so many of those that give."""

_SMALL_SHOWN, _SMALL_STREAM = 480 * 270, 1280 * 720


@dataclass(frozen=True, slots=True)
class Candidate:
    """One stream that may be decoded with less."""

    key: int
    load: Load
    """The stream that its cell wants, and what is planned for it now."""
    importance: int = 0
    """The more, the later it gives: the camera's priority, and more for what is in the operator's hand."""
    smaller: Load | None = None
    """The next smaller stream of the camera in the same cell; None where none may take its place, or has done so."""

    def at(self, ease: Ease) -> Load:
        """What it is, decoded so."""
        takes_smaller = ease.level >= Level.SMALLER_STREAM and self.smaller is not None
        return (self.smaller if takes_smaller and self.smaller else self.load).eased(ease)


def plan(candidates: Sequence[Candidate], model: CostModel, cores: float, settings: VideoSettings) -> dict[int, Ease]:
    """How each stream is to be decoded, by key, when there are so many `cores` for all of them."""
    engine, first = settings.engine, settings.first_ease.decoder
    book = _Book(candidates, model, first)
    if engine is EngineChoice.AUTO and book.cores > COMFORT_SHARE * cores:
        book.take_cheaper_decoder()
    if settings.may_reduce:
        book.ease_until(FULL_SHARE * cores)
    book.keep_what_was()
    gives = book.take_a_step_back(SPARE_SHARE * cores)
    book.take_steps_back(_AMPLE_SHARE * cores)
    if not gives and engine is EngineChoice.AUTO:
        easy = _Book(candidates, model, first)
        if easy.cores <= _SPARE_COMFORT_SHARE * cores:
            return easy.eases
    return book.eases


class _Book:
    """How each stream is decoded, and what that comes to."""

    def __init__(self, candidates: Sequence[Candidate], model: CostModel, first: Decoder) -> None:
        self._model = model
        self._order = sorted(candidates, key=lambda each: (each.importance, -each.key))
        """The least important first."""
        self.eases = {each.key: Ease(first) for each in candidates}
        self._streams = sum(self._cores_of(each, Ease(first)) for each in candidates)
        self._pictures = sum(shown_rate(each.at(Ease(first))) for each in candidates)

    @property
    def cores(self) -> float:
        """With the window around them, which has less to do where fewer pictures are shown."""
        return self._streams + self._model.around(self._pictures).cores

    def take_cheaper_decoder(self) -> None:
        """For all that are small."""
        for each in self._order:
            if is_small(each.load):
                self._set(each, Ease(Decoder.FFMPEG))

    def ease_until(self, cores: float) -> None:
        """Leave out more and more, until it is no more than that."""
        for level in (Level.HALF_RATE, Level.SMALLER_STREAM, Level.KEYFRAMES):
            for each in self._order:
                if self.cores <= cores:
                    return
                eased = Ease(self.eases[each.key].decoder, level)
                if _can(each, eased.decoder, level) and self._saves(each, eased):
                    self._set(each, eased)

    def keep_what_was(self) -> None:
        """Nothing gets better by itself: see `take_a_step_back`."""
        for each in self._order:
            self._set(each, _worse(self.eases[each.key], each.load.ease))

    def take_a_step_back(self, cores: float) -> bool:
        """Let the most important of those that give most be a step better, if it is no more than that then.

        False where none gives anything.
        """
        worst = max((ease.level for ease in self.eases.values()), default=Level.FULL)
        if worst is Level.FULL:
            return False
        chosen = next(each for each in reversed(self._order) if self.eases[each.key].level is worst)
        ease = self.eases[chosen.key]
        self._set(chosen, Ease(ease.decoder, _step_back(chosen, ease)))
        if self.cores > cores:
            self._set(chosen, ease)
        return True

    def take_steps_back(self, cores: float) -> None:
        """Likewise a quarter of those that give."""
        for _ in range(sum(ease.level > Level.FULL for ease in self.eases.values()) // _AT_ONCE):
            self.take_a_step_back(cores)

    def _saves(self, each: Candidate, ease: Ease) -> bool:
        """A stream may be smaller and cost as much."""
        return self._cores_of(each, ease) < self._cores_of(each, self.eases[each.key])

    def _set(self, each: Candidate, ease: Ease) -> None:
        former = self.eases[each.key]
        self._streams += self._cores_of(each, ease) - self._cores_of(each, former)
        self._pictures += shown_rate(each.at(ease)) - shown_rate(each.at(former))
        self.eases[each.key] = ease

    def _cores_of(self, each: Candidate, ease: Ease) -> float:
        return self._model.cost_of(each.at(ease)).cores


def is_small(load: Load) -> bool:
    """Is a tile small enough for the one thread that decodes all small ones of a process?"""
    shown, stream = (width * height for width, height in (load.shown, load.stream))
    return shown <= _SMALL_SHOWN and stream <= _SMALL_STREAM


def _can(each: Candidate, decoder: Decoder, level: Level) -> bool:
    """libVLC shows each picture that it decodes; what rests is not decoded anyway."""
    if each.load.is_resting:
        return False
    if level is Level.HALF_RATE:
        return decoder is Decoder.FFMPEG
    return level is Level.KEYFRAMES or each.smaller is not None


def _step_back(each: Candidate, ease: Ease) -> Level:
    better = (level for level in reversed(Level) if level < ease.level)
    return next(level for level in better if level is Level.FULL or _can(each, ease.decoder, level))


def _worse(wanted: Ease, former: Ease) -> Ease:
    is_cheap = Decoder.FFMPEG in (wanted.decoder, former.decoder)
    return Ease(Decoder.FFMPEG if is_cheap else Decoder.VLC, max(wanted.level, former.level))
