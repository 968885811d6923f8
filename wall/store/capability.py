"""What a device can do, as JSON: channels, services, event topics, relays, and what it got wrong.

It is written and read whole and nothing is ever searched in it. What an older or newer program would have written
otherwise is read as far as it can be.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from wall.model.device import Channel, Device, Preset, Problem, PtzNode, Relay, Step, StreamProfile, Trouble
from wall.model.stream import Codec
from wall.store.plain import public_url, text

Json = Any


def capability_rows(device: Device) -> list[dict[str, str]]:
    """One row for each kind of which the device has something."""
    kinds: dict[str, list[Json]] = {
        "channels": [_channel_json(channel) for channel in device.channels],
        "services": [[namespace, public_url(address)] for namespace, address in device.services],
        "topics": list(device.topics),
        "relays": [[relay.token, relay.mode, relay.idle_state] for relay in device.relays],
        "problems": [[each.step.name, each.trouble.name, each.detail] for each in device.problems],
    }
    return [{"kind": kind, "data": text(json.dumps(data, ensure_ascii=False))} for kind, data in kinds.items() if data]


def read_capabilities(rows: Iterable[dict[str, Json]]) -> dict[str, Any]:
    """The fields of a Device that the rows tell of. A kind that this program does not know is passed over."""
    return {row["kind"]: _READERS[row["kind"]](json.loads(row["data"])) for row in rows if row["kind"] in _READERS}


def _channel_json(channel: Channel) -> Json:
    return {
        "source": channel.source_token,
        "name": channel.name,
        "streams": [_profile_json(profile) for profile in channel.streams],
        "ptz": _node_json(channel.ptz) if channel.ptz else None,
        "ptz_profile": channel.ptz_profile,
        "presets": [[preset.token, preset.name] for preset in channel.presets],
    }


def _channel(data: Json) -> Channel:
    return Channel(
        data["source"],
        data["name"],
        tuple(map(_profile, data["streams"])),
        _node(data["ptz"]) if data["ptz"] else None,
        data["ptz_profile"],
        tuple(Preset(token, name) for token, name in data["presets"]),
    )


def _profile_json(profile: StreamProfile) -> Json:
    return {
        "token": profile.token,
        "name": profile.name,
        "encoding": profile.encoding,
        "codec": profile.codec.name if profile.codec else None,
        "width": profile.width,
        "height": profile.height,
        "fps": profile.fps,
        "bitrate_kbps": profile.bitrate_kbps,
        "url": public_url(profile.url),
        "snapshot_url": public_url(profile.snapshot_url),
    }


def _profile(data: Json) -> StreamProfile:
    return StreamProfile(**{**data, "codec": Codec.__members__.get(data["codec"] or "")})


def _node_json(node: PtzNode) -> Json:
    names = ("token", "can_pan_tilt", "can_zoom", "can_go_to", "has_home", "most_presets", *_LIMITS)
    return {name: getattr(node, name) for name in names}


def _node(data: Json) -> PtzNode:
    limits = {name: tuple(data[name]) if data[name] else None for name in _LIMITS}
    return PtzNode(**{**data, **limits})


def _problems(data: Json) -> tuple[Problem, ...]:
    return tuple(
        Problem(Step[step], Trouble[trouble], detail)
        for step, trouble, detail in data
        if step in Step.__members__ and trouble in Trouble.__members__
    )


_LIMITS = ("pan_limits", "tilt_limits", "zoom_limits")
_READERS: dict[str, Callable[[Json], Any]] = {
    "channels": lambda data: tuple(map(_channel, data)),
    "services": lambda data: tuple((namespace, address) for namespace, address in data),
    "topics": tuple,
    "relays": lambda data: tuple(Relay(*each) for each in data),
    "problems": _problems,
}
