"""What scopes call a device."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.onvif.discovery.answers import SCOPE, SCOPES
from wall.onvif.discovery.scopes import Words, split_scopes, words_of


def test_name_place_and_model_are_told() -> None:
    assert words_of(split_scopes(SCOPES)) == Words("Ngã Sáu", "Vo Cuong", "DS-2CD")


def test_a_place_in_several_scopes_is_told_whole() -> None:
    scopes = (f"{SCOPE}/location/country/vietnam", f"{SCOPE}/location/site/Ng%C3%A3%20S%C3%A1u")
    assert words_of(scopes).location == "vietnam, Ngã Sáu"


def test_scopes_without_meaning_tell_nothing() -> None:
    scopes = (f"{SCOPE}/name/", f"{SCOPE}/Profile/Streaming", "http://example.org/name/x", "urn:x")
    assert words_of(scopes) == Words()


def test_each_scope_comes_once_and_there_is_a_bound() -> None:
    assert split_scopes(f"{SCOPE}/name/A {SCOPE}/name/A") == (f"{SCOPE}/name/A",)
    assert len(split_scopes(" ".join(f"{SCOPE}/name/{n}" for n in range(5000)))) == 128


@given(st.text(max_size=300))
def test_any_text_is_scopes_that_can_be_shown(text: str) -> None:
    words = words_of(split_scopes(f"{SCOPE}/name/{text}"))
    assert words.name.isprintable() and len(words.name) <= 200
