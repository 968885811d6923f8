"""Domes in the operator's words, translated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wall.model.camera import Camera
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.operator import Operator, Rank
from wall.model.ptz.standing import Duty, PtzStanding
from wall.model.tile import Cause


def no_port() -> str:
    return QCoreApplication.translate("Ptz", "No camera can be moved from here")


def no_camera() -> str:
    return QCoreApplication.translate("Wall", "There is no camera in this cell")


def no_dome(camera: Camera) -> str:
    """Kindly: it is no fault of anybody."""
    said = QCoreApplication.translate("Ptz", "{0} looks one way only: it cannot be moved")
    return said.format(f"{camera.number}  {camera.name}")


def not_of_now() -> str:
    return QCoreApplication.translate("Ptz", "This picture is not live: press End, then move the camera")


def only_speeds() -> str:
    """A click or a box asks for a place."""
    return QCoreApplication.translate("Ptz", "This camera takes no places: pull it with the mouse, or use the arrows")


def can_be_driven(ability: PtzAbility | None) -> bool | None:
    """None: it has not told yet."""
    return None if ability is None else ability.pan_tilt or ability.zoom


def hint() -> str:
    """Below the list of all keys."""
    keys = QCoreApplication.translate("Ptz", "In PTZ: Home and 1 to 9 go to its home position and its presets.")
    mouse = QCoreApplication.translate(
        "Ptz", "A drag pulls it from the middle, a click centres, Shift and a drag frame, the wheel zooms"
    )
    return f"{keys} {mouse}"


def no_preset(place: int) -> str:
    return QCoreApplication.translate("Ptz", "It has no preset {0}").format(place)


def band(*, is_known: bool) -> tuple[str, ...]:
    """What stands on the tile that is driven, the longest first."""
    translate = QCoreApplication.translate
    if not is_known:
        return translate("Ptz", "PTZ  ·  asking the camera what it can do …"), translate("Ptz", "PTZ  …"), "PTZ"
    return (
        translate("Ptz", "PTZ  ·  arrows move, + and − zoom, Shift: faster  ·  Esc leaves"),
        translate("Ptz", "PTZ  ·  arrows, + and −  ·  Esc leaves"),
        translate("Ptz", "PTZ  ·  Esc leaves"),
        "PTZ",
    )


def name_of(operator: Operator) -> str:
    """A person's name, and what the program calls itself."""
    if operator.rank is Rank.SYSTEM:
        return QCoreApplication.translate("Ptz", "system")
    return operator.name or operator.desk or QCoreApplication.translate("Ptz", "another desk")


def person(name: str) -> str:
    """The same where only a name is known."""
    return QCoreApplication.translate("Ptz", "system") if name == "system" else name


def left(seconds: float) -> str:
    """«4:32» until something ends; never less than there is."""
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02}"


def trouble(standing: PtzStanding) -> str:
    """Why its last command came to nothing; "" where all is well."""
    if standing.cause is Cause.NONE:
        return standing.trouble
    if standing.cause is Cause.HELD and standing.hold is not None:
        return held_by(name_of(standing.hold.operator))
    return QCoreApplication.translate("Cause", standing.cause.value)


def stop_unconfirmed() -> str:
    return QCoreApplication.translate("Ptz", "stop not confirmed")


def slow(seconds: int) -> str:
    """Why it moves in steps, and what is better then."""
    said = QCoreApplication.translate("Ptz", "answers after {0} s, moves in steps: click into the picture")
    return said.format(seconds)


def held_by(name: str, time_left: str = "") -> str:
    if time_left:
        return QCoreApplication.translate("Ptz", "reserved: {0}, {1}").format(name, time_left)
    return QCoreApplication.translate("Ptz", "held by {0}").format(name)


def yours(*, is_reserved: bool) -> str:
    if is_reserved:
        return QCoreApplication.translate("Ptz", "You have reserved it")
    return QCoreApplication.translate("Ptz", "You hold it")


def asked_by(name: str) -> str:
    return QCoreApplication.translate("Ptz", "{0} asks for it").format(name)


def asks(name: str, camera: str) -> str:
    """Said once to whoever holds it."""
    said = QCoreApplication.translate("Ptz", "{0} asks for {1}: give it or keep it in the PTZ pad (Shift+P)")
    return said.format(name, camera)


def on_patrol(name: str, *, is_paused: bool) -> str:
    if is_paused:
        return QCoreApplication.translate("Ptz", "patrol halted: {0}").format(name)
    return QCoreApplication.translate("Ptz", "patrol: {0}").format(name)


def duty(standing: PtzStanding, now_s: float) -> str:
    """How it stands to where it belongs; "" where there is nothing to tell."""
    translate = QCoreApplication.translate
    if standing.duty is Duty.RETURNING:
        return translate("Ptz", "goes back")
    if standing.duty is not Duty.AWAY:
        return ""
    who = person(standing.moved_by)
    if standing.returns_at_s is None:
        return translate("Ptz", "turned away: {0}").format(who) if who else translate("Ptz", "turned away")
    rest = left(standing.returns_at_s - now_s)
    return (
        translate("Ptz", "turned away: {0}, back in {1}").format(who, rest)
        if who
        else translate("Ptz", "turned away, back in {0}").format(rest)
    )


def auxiliary(command: str) -> str:
    """«tt:Wiper|On» is a wiper; what nobody knows keeps its own name."""
    name = command.partition("|")[0].removeprefix("tt:")
    known = {
        "Wiper": QCoreApplication.translate("Ptz", "Wiper"),
        "Washer": QCoreApplication.translate("Ptz", "Washer"),
        "WashingProcedure": QCoreApplication.translate("Ptz", "Wash"),
        "IRLamp": QCoreApplication.translate("Ptz", "IR light"),
        "Light": QCoreApplication.translate("Ptz", "Light"),
    }
    return known.get(name, name)
