"""The PTZ service's preset tours: patrols that a dome makes by itself (ONVIF PTZ, section 5.7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from wall.simulator.domes.dome import Dome
from wall.simulator.domes.tours import MAX_TOURS, PresetTour, Spot
from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.markup import Markup, tag
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.ptz_service import asked_dome, now_s
from wall.simulator.onvif.soap import SoapFault, invalid_argument, not_supported
from wall.simulator.onvif.times import parse_duration_s

_USUAL_STAY = "PT5S"
_LEAST_STAY_S, _MOST_STAY_S = 1.0, 600.0
_OPERATIONS: Mapping[str, Callable[[PresetTour, float], PresetTour]] = MappingProxyType(
    {
        "Start": lambda tour, at_s: tour.started(at_s),
        "Stop": lambda tour, at_s: tour.stopped(),
        "Pause": lambda tour, at_s: tour.paused(),
    }
)


def _touring(call: Call) -> Dome:
    if not call.unit.habits.ptz.has_tours:
        raise not_supported(call.body.name)
    return asked_dome(call)


def _asked(call: Call, dome: Dome, *path: str) -> PresetTour:
    token = call.token(*path)
    if token not in dome.tours:
        raise invalid_argument("NoToken", f"there is no preset tour {token!r}")
    return dome.tours[token]


def get_preset_tours(call: Call) -> Markup:
    """All of them."""
    tours = _touring(call).tours.values()
    return tag("tptz:GetPresetToursResponse", *(_tour("tptz:PresetTour", tour) for tour in tours))


def get_preset_tour(call: Call) -> Markup:
    """One of them."""
    tour = _asked(call, _touring(call), "PresetTourToken")
    return tag("tptz:GetPresetTourResponse", _tour("tptz:PresetTour", tour))


def _tour(name: str, tour: PresetTour) -> Markup:
    return tag(
        name,
        tag("tt:Name", tour.name),
        tag("tt:Status", tag("tt:State", str(tour.state))),
        tag("tt:AutoStart", False),
        tag("tt:StartingCondition"),
        *(_spot(spot) for spot in tour.spots),
        token=tour.token,
    )


def _spot(spot: Spot) -> Markup:
    speed = tag("tt:Speed", tag("tt:PanTilt", x=spot.speed, y=spot.speed), tag("tt:Zoom", x=spot.speed))
    detail = tag("tt:PresetDetail", tag("tt:PresetToken", spot.preset))
    return tag("tt:TourSpot", detail, speed, tag("tt:StayTime", f"PT{spot.stay_s:g}S"))


def get_preset_tour_options(call: Call) -> Markup:
    """What may be put into one."""
    presets = (tag("tt:PresetToken", token) for token in _touring(call).presets)
    stay = tag("tt:StayTime", tag("tt:Min", f"PT{_LEAST_STAY_S:g}S"), tag("tt:Max", f"PT{_MOST_STAY_S:g}S"))
    spot = tag("tt:TourSpot", tag("tt:PresetDetail", *presets), stay)
    options = tag("tptz:Options", tag("tt:AutoStart", False), tag("tt:StartingCondition"), spot)
    return tag("tptz:GetPresetTourOptionsResponse", options)


def create_preset_tour(call: Call) -> Markup:
    """An empty one."""
    dome = _touring(call)
    free = next((str(n) for n in range(1, MAX_TOURS + 1) if str(n) not in dome.tours), "")
    if not free:
        raise SoapFault("Receiver", ("ter:Action", "ter:TooManyPresetTours"), f"there are {MAX_TOURS} preset tours")
    dome.tours[free] = PresetTour(free, f"Tour {free}")
    return tag("tptz:CreatePresetTourResponse", tag("tptz:PresetTourToken", free))


def modify_preset_tour(call: Call) -> Markup:
    """Other spots, another name."""
    dome, given = _touring(call), call.body.child("PresetTour")
    token = "" if given is None else given.attributes.get("token", "")
    if given is None or token not in dome.tours:
        raise invalid_argument("NoToken", f"there is no preset tour {token!r}")
    spots = tuple(_read_spot(dome, each) for each in given.all("TourSpot"))
    name = given.say("Name") or dome.tours[token].name
    dome.tours[token] = replace(dome.tours[token].stopped(), name=name, spots=spots)
    return tag("tptz:ModifyPresetTourResponse")


def _read_spot(dome: Dome, given: Element) -> Spot:
    preset = given.say("PresetDetail", "PresetToken") or ""
    stay_s = parse_duration_s(given.say("StayTime") or _USUAL_STAY)
    if preset not in dome.presets or stay_s is None or not _LEAST_STAY_S <= stay_s <= _MOST_STAY_S:
        raise invalid_argument("InvalidPresetTour", "a spot is a preset, and how long to stay there")
    return Spot(preset, stay_s)


def operate_preset_tour(call: Call) -> Markup:
    """Begin, end or halt one."""
    dome = _touring(call)
    tour, operation = _asked(call, dome, "PresetTourToken"), call.token("Operation")
    if operation not in _OPERATIONS:
        raise invalid_argument("InvalidOperation", f"there is no operation {operation!r}")
    at_s = now_s(call)
    dome.note(at_s, "OperatePresetTour", tour=tour.token, operation=operation)
    dome.operate(at_s, tour.token, _OPERATIONS[operation](tour, at_s))
    dome.settle(at_s)
    return tag("tptz:OperatePresetTourResponse")


def remove_preset_tour(call: Call) -> Markup:
    """Forget one."""
    dome = _touring(call)
    del dome.tours[_asked(call, dome, "PresetTourToken").token]
    return tag("tptz:RemovePresetTourResponse")


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "GetPresetTours": get_preset_tours,
        "GetPresetTour": get_preset_tour,
        "GetPresetTourOptions": get_preset_tour_options,
        "CreatePresetTour": create_preset_tour,
        "ModifyPresetTour": modify_preset_tour,
        "OperatePresetTour": operate_preset_tour,
        "RemovePresetTour": remove_preset_tour,
    }
)
