"""Name, place and model from scopes."""

from __future__ import annotations

from tests.onvif.reading.replies import answer
from wall.onvif.reading.scopes import Description, described, read_scopes

ONVIF = "onvif://www.onvif.org"


def test_scopes_as_they_stand() -> None:
    items = "".join(
        f"<tds:Scopes><tt:ScopeDef>Fixed</tt:ScopeDef><tt:ScopeItem>{item}</tt:ScopeItem></tds:Scopes>"
        for item in (f"{ONVIF}/name/A", f"{ONVIF}/name/A", "", "odm:name:B\n")
    )
    assert read_scopes(answer(f"<tds:GetScopesResponse>{items}</tds:GetScopesResponse>")) == (
        (f"{ONVIF}/name/A", "odm:name:B"),
        (),
    )
    assert read_scopes(answer("<tds:GetScopesResponse/>")) == ((), ())


def test_what_they_say() -> None:
    scopes = (
        f"{ONVIF}/type/video_encoder",
        f"{ONVIF}/location/country/vietnam",
        f"{ONVIF}/location/city/B%E1%BA%AFc%20Ninh",
        f"{ONVIF}/name/Ng%C3%A3 Sáu",
        f"{ONVIF}/name/IPC",
        "ONVIF://WWW.ONVIF.ORG/HARDWARE/E1Zoom",
        f"{ONVIF}/hardware/",
    )
    assert described(scopes) == Description("Ngã Sáu", "country/vietnam, city/Bắc Ninh", "E1Zoom")


def test_nothing_said_and_nonsense() -> None:
    assert described(()) == described((f"{ONVIF}/name/", f"{ONVIF}/location/", "x", f"{ONVIF}")) == Description()
    assert described((f"{ONVIF}/name/%00%1b%ff" + "x" * 5000,)).name.isprintable()
