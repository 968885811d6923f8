"""What scopes call a device."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.onvif.discovery.answers import SCOPE, SCOPES
from wall.onvif.discovery.scopes import split_scopes
from wall.onvif.reading.scopes import Description, described


def test_name_place_and_model_are_told() -> None:
    assert described(split_scopes(SCOPES)) == Description("Ngã Sáu", "Vo Cuong", "DS-2CD")


def test_each_scope_comes_once_and_there_is_a_bound() -> None:
    assert split_scopes(f"{SCOPE}/name/A {SCOPE}/name/A") == (f"{SCOPE}/name/A",)
    assert len(split_scopes(" ".join(f"{SCOPE}/name/{n}" for n in range(5000)))) == 128


@given(st.text(max_size=300))
def test_any_text_is_scopes_that_can_be_shown(text: str) -> None:
    words = described(split_scopes(f"{SCOPE}/name/{text}"))
    assert words.name.isprintable() and len(words.name) <= 200
