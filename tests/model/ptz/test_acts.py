"""What reads as one: moves that follow one another, a patrol, never what somebody else did in between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wall.model.ptz.acts import PAUSE_S, Act, Acts
from wall.model.ptz.journal import Deed, JournalEntry
from wall.model.ptz.operator import SYSTEM, Operator, Rank

LAN, HA = Operator("Lan"), Operator("Hà", Rank.SUPERVISOR)


def acts(*written: tuple[float, int, Deed, Operator]) -> list[Act]:
    """Of entries in the order in which they were written; read in portions of two."""
    entries = [JournalEntry(*each, "", number) for number, each in enumerate(written, 1)][::-1]
    made = Acts()
    for at in range(0, len(entries), 2):
        made.add(entries[at : at + 2])
    return made.all


def test_moves_that_follow_one_another_are_one_act_with_their_number() -> None:
    pushes = [(10.0 * n + part, 7, deed, LAN) for n in range(30) for part, deed in ((0, Deed.MOVED), (2, Deed.STOPPED))]
    (act,) = acts(*pushes)
    assert act.is_by_hand and act.count == 30 and act.lasted_s == 292.0


def test_a_hand_that_rested_has_begun_anew_but_a_long_move_is_one() -> None:
    later = PAUSE_S + 3
    both = acts((0, 7, Deed.MOVED, LAN), (1, 7, Deed.STOPPED, LAN), (later, 7, Deed.MOVED, LAN))
    assert [each.count for each in both] == [1, 1]
    assert len(acts((0, 7, Deed.MOVED, LAN), (900, 7, Deed.STOPPED, LAN))) == 1


def test_what_somebody_else_did_stands_in_between_and_other_domes_do_not_matter() -> None:
    told = acts(
        (0, 7, Deed.MOVED, LAN),
        (1, 8, Deed.MOVED, HA),
        (2, 7, Deed.STOPPED, LAN),
        (3, 7, Deed.TOOK, HA),
        (4, 7, Deed.MOVED, HA),
        (5, 7, Deed.STOPPED, HA),
        (6, 7, Deed.MOVED, LAN),
    )
    assert [(each.last.camera_id, each.last.operator.name, each.first.deed) for each in told] == [
        (7, "Lan", Deed.MOVED),
        (7, "Hà", Deed.MOVED),
        (7, "Hà", Deed.TOOK),
        (7, "Lan", Deed.MOVED),
        (8, "Hà", Deed.MOVED),
    ]


def test_the_stops_of_a_patrol_are_one_act_where_a_person_sends_each_is_one() -> None:
    assert [each.count for each in acts(*((60.0 * n, 7, Deed.SENT, SYSTEM) for n in range(500)))] == [500]
    assert len(acts(*((60.0 * n, 7, Deed.SENT, LAN) for n in range(5)))) == 5


deeds = st.tuples(st.floats(0, 1e4), st.integers(1, 3), st.sampled_from(Deed), st.sampled_from([LAN, HA, SYSTEM]))


@given(st.lists(deeds, max_size=60))
def test_nothing_is_lost_and_the_newest_stays_first(written: list[tuple[float, int, Deed, Operator]]) -> None:
    told = acts(*written)
    keys = [each.key for each in told]
    assert keys == sorted(keys, reverse=True) and len(set(keys)) == len(keys)
    for each in told:
        assert each.first.entry_id <= each.last.entry_id and each.count >= 1 and each.lasted_s >= 0
    people = [each for each in written if each[2] not in (Deed.MOVED, Deed.STOPPED) and each[3] is not SYSTEM]
    assert sum(
        each.last.deed not in (Deed.MOVED, Deed.STOPPED) and each.last.operator != SYSTEM for each in told
    ) == len(people)
