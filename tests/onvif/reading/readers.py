"""Every reader, by the call whose reply it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from wall.model.device import Problem
from wall.onvif.reading.clock import read_clock
from wall.onvif.reading.identity import read_endpoint, read_identity
from wall.onvif.reading.nodes import read_nodes
from wall.onvif.reading.presets import read_presets
from wall.onvif.reading.profiles import read_profiles
from wall.onvif.reading.relays import read_relays
from wall.onvif.reading.scopes import read_scopes
from wall.onvif.reading.services import read_capabilities, read_services
from wall.onvif.reading.sources import read_sources
from wall.onvif.reading.topics import read_notified_topics, read_topics
from wall.onvif.reading.uris import read_snapshot_uri, read_stream_uri
from wall.onvif.xml import Element

Reader = Callable[[Element], tuple[Any, tuple[Problem, ...]]]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "GetSystemDateAndTime": read_clock,
        "GetServices": read_services,
        "GetCapabilities": read_capabilities,
        "GetDeviceInformation": read_identity,
        "GetEndpointReference": read_endpoint,
        "GetScopes": read_scopes,
        "GetVideoSources": read_sources,
        "GetProfiles": read_profiles,
        "GetProfiles2": partial(read_profiles, is_media2=True),
        "GetStreamUri": read_stream_uri,
        "GetSnapshotUri": read_snapshot_uri,
        "GetNodes": read_nodes,
        "GetPresets": read_presets,
        "GetRelayOutputs": read_relays,
        "GetEventProperties": read_topics,
        "PullMessages": read_notified_topics,
    }
)
