"""How soon a plan is followed."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from wall.model.patience import Patience
from wall.model.video import Decoder, Ease, Level

FULL, SMALLER = Ease(), Ease(level=Level.SMALLER_STREAM)


def pass_looks(patience: Patience, now: Ease, planned: Ease, looks: int) -> tuple[Ease, int]:
    """How it is decoded after so many looks with one wish, and after how many it was granted."""
    granted = looks
    for look in range(looks):
        now = patience.follow({1: now}, {1: planned})[1]
        granted = min(granted, look) if now == planned else granted
    return now, granted


def test_less_is_shown_only_after_a_while() -> None:
    assert pass_looks(Patience(), FULL, SMALLER, 2) == (FULL, 2)
    assert pass_looks(Patience(), FULL, SMALLER, 3) == (SMALLER, 2)


def test_a_moment_of_strain_is_forgotten() -> None:
    patience = Patience()
    for _ in range(5):
        assert pass_looks(patience, FULL, SMALLER, 2)[0] == FULL
        assert pass_looks(patience, FULL, FULL, 1)[0] == FULL


def test_more_is_shown_once_it_has_been_calm() -> None:
    patience = Patience()
    pass_looks(patience, FULL, SMALLER, 3)
    assert pass_looks(patience, SMALLER, FULL, 3) == (SMALLER, 3)
    assert pass_looks(patience, SMALLER, FULL, 1) == (FULL, 0)


def test_what_was_given_back_too_early_comes_back_ever_later() -> None:
    patience = Patience()
    waits: list[int] = []
    for _ in range(7):
        pass_looks(patience, FULL, SMALLER, 3)
        now, waited = SMALLER, 0
        while now == SMALLER:
            now = patience.follow({1: now}, {1: FULL})[1]
            waited += 1
        waits.append(waited)
    assert waits == [4, 8, 16, 32, 64, 64, 64]


def test_after_a_long_calm_it_is_forgiven() -> None:
    patience = Patience()
    for _ in range(3):
        pass_looks(patience, FULL, SMALLER, 3)
        pass_looks(patience, SMALLER, FULL, 40)
    pass_looks(patience, FULL, FULL, 200)
    pass_looks(patience, FULL, SMALLER, 3)
    assert pass_looks(patience, SMALLER, FULL, 4) == (FULL, 3)


def test_who_decodes_is_nobodys_patience() -> None:
    cheap = Ease(Decoder.FFMPEG, Level.SMALLER_STREAM)
    assert Patience().follow({1: FULL}, {1: cheap}) == {1: Ease(Decoder.FFMPEG)}


eases = st.dictionaries(st.integers(0, 5), st.builds(Ease, st.just(Decoder.VLC), st.sampled_from(Level)), min_size=1)


@given(st.lists(eases, min_size=1, max_size=60))
def test_what_is_done_lies_between_now_and_the_plan(plans: list[dict[int, Ease]]) -> None:
    patience, now = Patience(), dict.fromkeys(range(6), FULL)
    for plan in plans:
        planned = {key: plan.get(key, now[key]) for key in now}
        done = patience.follow(now, planned)
        for key, ease in done.items():
            assert ease.level in (now[key].level, planned[key].level)
        now = done


@given(st.lists(st.booleans(), min_size=100, max_size=400))
def test_it_never_flaps(strained: list[bool]) -> None:
    """Whatever the machine does, nothing changes to and fro more often than every few seconds."""
    patience, now, changes = Patience(), FULL, []
    for look, is_strained in enumerate(strained):
        former, now = now, patience.follow({1: now}, {1: SMALLER if is_strained else FULL})[1]
        if former != now:
            changes.append(look)
    assert all(later - sooner >= 3 for sooner, later in itertools.pairwise(changes))
    assert len(changes) <= 2 + len(strained) / 7 * 2
