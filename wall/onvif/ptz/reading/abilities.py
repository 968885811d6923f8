"""What a dome can do besides moving: nodes, timeouts, auxiliary commands, tours (ONVIF PTZ, sections 5.1 to 5.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wall.model.ptz.status import CameraTour, TourState
from wall.onvif.reading.tokens import each_of, token_of, usable_token
from wall.onvif.reading.values import said, truth, whole_within
from wall.onvif.xml import Element, attribute, child, children, text

_MOST = 512
_MOST_PRESETS = 10_000
_MOST_COMMAND = 256
_MOST_LISTED = 16 * 1024
_DURATION = re.compile(r"-?P(?:[0-9.]+[YMWD])*(?:T(?:([0-9.]+)H)?(?:([0-9.]+)M)?(?:([0-9.]+)S)?)?", re.ASCII)
_SECONDS = (3600.0, 60.0, 1.0)


def configuration_of(body: Element, node: str) -> Element | None:
    """Among PTZ configurations that of this node; where no node is known, the only one."""
    found = each_of(body, "PTZConfiguration", "PTZConfiguration", _MOST)
    of_node = [each for each in found if node and text(each, "NodeToken") == node]
    return of_node[0] if of_node else (found[0] if len(found) == 1 else None)


def node_of(body: Element, token: str) -> Element | None:
    """The node with that token among an answer's; where none has it, the only one."""
    found = each_of(body, "PTZNodes", "PTZNode", _MOST)
    named = [each for each in found if token and token_of(each) == token]
    return named[0] if named else (found[0] if len(found) == 1 else None)


def has_home(node: Element | None) -> bool:
    return truth(text(node, "HomeSupported"))


def has_fixed_home(node: Element | None) -> bool:
    return node is not None and truth(attribute(node, "FixedHomePosition"))


def most_presets(node: Element | None) -> int:
    return whole_within(text(node, "MaximumNumberOfPresets"), 0, _MOST_PRESETS) or 0


def has_tours(node: Element | None) -> bool:
    tour = child(node, "Extension", "SupportedPresetTour")
    return tour is not None and bool(whole_within(text(tour, "MaximumNumberOfPresetTours"), 0, _MOST_PRESETS))


def auxiliary_of(node: Element | None) -> tuple[str, ...]:
    """Each once, as the device names them; some list several in one element."""
    told = (text(each) for each in children(node, "AuxiliaryCommands")[:_MOST])
    return _commands(part for line in told for part in re.split(r"[,\n]", line))


def device_auxiliary_of(body: Element) -> tuple[str, ...]:
    """Those of the device itself: a list in one attribute (GetServiceCapabilities)."""
    misc = child(body, "Capabilities", "Misc")
    return () if misc is None else _commands(attribute(misc, "AuxiliaryCommands")[:_MOST_LISTED].split())


def _commands(told: Iterable[str]) -> tuple[str, ...]:
    commands = [each.strip() for each in told]
    usable = [each for each in commands if each and each.isprintable() and len(each) <= _MOST_COMMAND]
    return tuple(dict.fromkeys(usable))


def timeouts_of(options: Element | None) -> tuple[float, float] | None:
    """Least and most of a move's Timeout, in seconds."""
    least = seconds_of(text(options, "PTZTimeout", "Min"))
    most = seconds_of(text(options, "PTZTimeout", "Max"))
    return (least, most) if least is not None and most is not None and least <= most and most > 0 else None


def seconds_of(duration: str) -> float | None:
    """An xs:duration of hours, minutes and seconds (XML Schema part 2, section 3.2.6); None for what is none."""
    found = _DURATION.fullmatch(duration.strip())
    if found is None or not any(found.groups()):
        return None
    try:
        return sum(float(part) * each_s for part, each_s in zip(found.groups("0"), _SECONDS, strict=True))
    except ValueError:
        return None


def read_tours(body: Element) -> tuple[CameraTour, ...]:
    """The camera's own patrols, each token once."""
    kept: dict[str, CameraTour] = {}
    for each in each_of(body, "PresetTours", "PresetTour", _MOST):
        tour = _tour(each)
        if tour.token:
            kept.setdefault(tour.token, tour)
    return tuple(kept.values())


def _tour(element: Element) -> CameraTour:
    token, state = token_of(element), text(element, "Status", "State")
    known = {each.value.lower(): each for each in TourState}
    return CameraTour(token, said(element, "Name") or token, known.get(state.lower(), TourState.UNKNOWN))


def read_new_token(body: Element) -> str:
    """The token of a preset that was just kept; "" where it does not tell."""
    return usable_token(text(body, "PresetToken"))
