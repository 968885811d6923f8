"""What is broken, and who is told."""

from __future__ import annotations

import pytest

from wall.simulator.faults import KINDS, Fault, FaultChange, Faults


@pytest.fixture
def faults() -> Faults:
    return Faults()


def test_a_fault_is_on_for_its_cameras_only(faults: Faults) -> None:
    faults.set("silent", [2, 3], True)
    assert faults.is_on(Fault.SILENT, 2) is True
    assert faults.is_on(Fault.SILENT, 1) is None
    assert faults.any_on(Fault.SILENT, (1, 3)) is True
    faults.set("silent", [2], False)
    assert faults.is_on(Fault.SILENT, 2) is None
    assert faults.as_json() == {"3": {"silent": True}}


def test_faults_combine(faults: Faults) -> None:
    faults.set("silent", [1], True)
    faults.set("clock-skew", [1], True, -5)
    assert dict(faults.of(1)) == {Fault.SILENT: True, Fault.CLOCK_SKEW: -5.0}


def test_a_value_has_its_default_and_its_limits(faults: Faults) -> None:
    faults.set("slow-first-frame", [1], True)
    assert faults.is_on(Fault.SLOW_FIRST_FRAME, 1) == 8.0
    faults.set("loss", [1], True, "12.5")
    assert faults.is_on(Fault.LOSS, 1) == 12.5


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("loss", 101, "loss takes percent from 0 to 100, not 101"),
        ("loss", "many", "loss takes percent from 0 to 100, not 'many'"),
        ("loss", "nan", "from 0 to 100"),
        ("frozen", "cold", "frozen takes key or gop as its value, not 'cold'"),
        ("silent", 3, "silent takes no value"),
        ("tired", None, "no fault is called 'tired'; there are: frozen, silent,"),
    ],
)
def test_a_wrong_order_says_what_would_be_right(faults: Faults, name: str, value: float | str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        faults.set(name, [1], True, value)
    assert not faults.of(1)


def test_listeners_hear_of_changes_until_they_go(faults: Faults) -> None:
    heard: list[FaultChange] = []
    leave = faults.subscribe(heard.append)
    faults.set("frozen", [1, 2], True, "gop")
    faults.set("frozen", [1], False)
    leave()
    faults.set("frozen", [2], False)
    assert heard == [
        FaultChange(Fault.FROZEN, frozenset({1, 2}), "gop"),
        FaultChange(Fault.FROZEN, frozenset({1}), None),
    ]


def test_every_fault_is_explained() -> None:
    assert set(KINDS) == set(Fault)
