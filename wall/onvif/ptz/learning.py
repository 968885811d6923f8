"""Learns what one dome can do. What it does not answer it is not asked again; only that it does not answer at all is a
fault.
"""

from __future__ import annotations

from collections.abc import Awaitable

from wall.model.device import Trouble
from wall.model.ptz.ability import PtzAbility
from wall.onvif.faults import DeviceFault
from wall.onvif.ptz.learnt import Learnt
from wall.onvif.ptz.reading.abilities import (
    auxiliary_of,
    configuration_of,
    device_auxiliary_of,
    has_fixed_home,
    has_home,
    has_tours,
    most_presets,
    node_of,
    timeouts_of,
)
from wall.onvif.ptz.reading.imaging import focus_speeds, iris_range
from wall.onvif.ptz.reading.spaces import has_spaces, read_spaces
from wall.onvif.ptz.reading.status import read_status
from wall.onvif.ptz.talk import Talk
from wall.onvif.reading.tokens import token_of
from wall.onvif.xml import Element, child, text

_USELESS = frozenset({Trouble.UNREACHABLE, Trouble.LOGIN_NEEDED, Trouble.CERTIFICATE})
"""Who asks on after these is not helped by it; after the first question also not after the others."""
_USELESS_AT_FIRST = _USELESS | {Trouble.TIMEOUT, Trouble.LOGIN, Trouble.NOT_ONVIF, Trouble.SESSIONS_FULL}


async def learn(talk: Talk, learnt: Learnt) -> None:
    """Ask everything once, eight questions. DeviceFault where the device does not answer or lets nobody in."""
    await talk.ready()
    configurations = await _answer(talk.ask(talk.calls.configurations(), is_first=True), _USELESS_AT_FIRST)
    configuration = None if configurations is None else configuration_of(configurations, talk.target.node)
    options = await _options(talk, configuration)
    node = await _node(talk, text(configuration, "NodeToken") or talk.target.node)
    lists = (child(options, "Spaces"), child(node, "SupportedPTZSpaces"))
    listed = next((each for each in lists if has_spaces(each)), None)
    if listed is not None:
        learnt.spaces = read_spaces(listed, configuration)
    learnt.timeouts_s = timeouts_of(options)
    status = await _answer(talk.ask(talk.calls.status()))
    tells_place = status is not None and read_status(status, learnt.spaces).place is not None
    await _learn_lens(talk, learnt)
    await _learn_auxiliary(talk, learnt, node)
    learnt.ability = _ability(learnt, node, tells_place, listed is not None)
    learnt.is_known = True


async def _answer(question: Awaitable[Element], useless: frozenset[Trouble] = _USELESS) -> Element | None:
    """None where the device does not say; DeviceFault where there is no use in asking on."""
    try:
        return await question
    except DeviceFault as fault:
        if fault.trouble in useless:
            raise
        return None


async def _options(talk: Talk, configuration: Element | None) -> Element | None:
    token = "" if configuration is None else token_of(configuration)
    if not token:
        return None
    answer = await _answer(talk.ask(talk.calls.options(token)))
    return None if answer is None else child(answer, "PTZConfigurationOptions")


async def _node(talk: Talk, token: str) -> Element | None:
    """By its name; where the device knows that question not, among all."""
    answer = await _answer(talk.ask(talk.calls.node(token))) if token else None
    found = child(answer, "PTZNode")
    if found is None:
        nodes = await _answer(talk.ask(talk.calls.nodes()))
        found = None if nodes is None else node_of(nodes, token)
    return found


async def _learn_lens(talk: Talk, learnt: Learnt) -> None:
    if not talk.target.imaging_url or not talk.target.source_token:
        return
    moves = await _answer(talk.ask_lens(talk.calls.focus_options()))
    settings = await _answer(talk.ask_lens(talk.calls.imaging_options()))
    learnt.focus = None if moves is None else focus_speeds(moves)
    learnt.iris = None if settings is None else iris_range(settings)


async def _learn_auxiliary(talk: Talk, learnt: Learnt, node: Element | None) -> None:
    """The dome's own commands, and those of the device that the dome does not have."""
    learnt.auxiliary = auxiliary_of(node)
    answer = await _answer(talk.ask_device(talk.calls.device_capabilities()))
    told = () if answer is None else device_auxiliary_of(answer)
    learnt.device_auxiliary = tuple(each for each in told if each not in learnt.auxiliary)


def _ability(learnt: Learnt, node: Element | None, tells_place: bool, is_told: bool) -> PtzAbility:
    """A dome that tells no spaces (`is_told`) is thought to take the moves that every dome takes, and no others."""
    spaces, home, presets = learnt.spaces, has_home(node), most_presets(node)
    return PtzAbility(
        pan_tilt=spaces.velocity is not None,
        zoom=spaces.zoom_velocity is not None,
        absolute=is_told and (spaces.position is not None or spaces.zoom_position is not None),
        relative=is_told and (spaces.way is not None or spaces.zoom_way is not None),
        relative_of_view=spaces.way_of_view is not None,
        home=home,
        sets_home=home and not has_fixed_home(node),
        presets=presets > 0,
        most_presets=presets,
        tours=has_tours(node),
        tells_place=tells_place,
        auxiliary=(*learnt.auxiliary, *learnt.device_auxiliary),
        focus=learnt.focus is not None,
        iris=learnt.iris is not None,
        pan_degrees=spaces.pan_degrees,
    )
