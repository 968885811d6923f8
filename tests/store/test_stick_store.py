"""What was settled of joysticks, on a real disk."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wall.model.ptz import deeds
from wall.model.sticks import HIGHEST, LOWEST, AxisDoes, AxisUse, StickMap, StickModel, usual_map
from wall.store.database import Database
from wall.store.stick_store import StickStore

MODEL = StickModel("Bàn phím CCTV", 0x2442, 1, 3, 12)
OTHER = StickModel("Extreme 3D", 0x46D, 0xC215, 6, 12)
SETTLED = StickMap(
    {AxisDoes.PAN: AxisUse(0, True, 12, -30000, 31000), AxisDoes.FOCUS: AxisUse(2)},
    {0: deeds.WIPER, 7: "wall.bookmark"},
    0.15,
    1.5,
)


@pytest.fixture
def store(database: Database) -> StickStore:
    return StickStore(database)


def test_what_was_settled_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "city.db"
    with closing(Database(path)) as database:
        store = StickStore(database)
        store.keep(MODEL, usual_map(MODEL))
        store.keep(OTHER, usual_map(OTHER))
        store.keep(MODEL, SETTLED)
    with closing(Database(path)) as database:
        assert StickStore(database).load() == {MODEL.key: SETTLED, OTHER.key: usual_map(OTHER)}


@pytest.mark.parametrize(
    "settings",
    [
        "{",
        "[]",
        "{}",
        '{"format":2,"axes":[],"buttons":[],"dead_zone":0.1,"curve":2}',
        '{"format":1,"axes":[["pan",0,false,0,0,100]],"buttons":[],"dead_zone":0.1,"curve":2}',
        '{"format":1,"axes":[["roll",0,false,0,-100,100]],"buttons":[],"dead_zone":0.1,"curve":2}',
        '{"format":1,"axes":[["pan",0,false,0,-100]],"buttons":[],"dead_zone":0.1,"curve":2}',
        '{"format":1,"axes":[],"buttons":[[-1,"ptz.home"]],"dead_zone":0.1,"curve":2}',
        '{"format":1,"axes":[],"buttons":[],"dead_zone":"much","curve":2}',
        '{"format":1,"axes":[],"buttons":[],"dead_zone":0.1,"curve":99}',
    ],
)
def test_what_makes_no_sense_is_left_out_and_left(store: StickStore, database: Database, settings: str) -> None:
    store.keep(MODEL, SETTLED)
    store.keep(OTHER, SETTLED)
    with database.transaction() as tables:
        tables.table("stick_map").update(MODEL.key, {"settings": settings})
    assert store.load() == {OTHER.key: SETTLED}
    with database.reading() as tables:
        assert tables.table("stick_map").get(MODEL.key)["settings"] == settings


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.sampled_from(AxisDoes), st.builds(AxisUse, st.integers(0, 63), st.booleans())),
    st.dictionaries(st.integers(0, 255), st.sampled_from((*deeds.ALL, "console.undo"))),
    st.floats(0, 0.5),
    st.floats(1, 4),
    st.text(max_size=40),
)
def test_whatever_can_be_settled_comes_back(
    store: StickStore,
    axes: dict[AxisDoes, AxisUse],
    buttons: dict[int, str],
    dead_zone: float,
    curve: float,
    name: str,
) -> None:
    model, settled = StickModel(name), StickMap(axes, buttons, dead_zone, curve)
    store.keep(model, settled)
    kept = store.load()
    assert settled in kept.values()


def test_ends_up_to_the_last_value_come_back(store: StickStore) -> None:
    settled = StickMap({AxisDoes.ZOOM: AxisUse(63, False, 0, LOWEST, HIGHEST)})
    store.keep(MODEL, settled)
    assert store.load()[MODEL.key] == settled
