"""One media profile, as Media and Media2 both tell it.

It knows no camera, only what its answers hold: equal profiles of different devices are written once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wall.simulator.city import Camera, StreamSpec
from wall.simulator.onvif.habits.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Profile:
    """One stream of one channel, under the tokens by which clients ask for it.

    `bounds` is the size of the video source. What is not `is_playable` has no stream address.
    """

    channel: int
    stream: StreamSpec
    token: str
    name: str
    encoder: str
    source_token: str
    bounds: tuple[int, int]
    ptz: bool
    has_source: bool = True
    has_encoder: bool = True
    is_playable: bool = True

    @property
    def source(self) -> str:
        """The token of its video source configuration."""
        return f"VideoSourceConfig_{self.channel}"

    def called(self, token: str) -> Profile:
        """The same under another name."""
        return replace(self, token=token, name=token, encoder=f"VideoEncoder_{token}")


def plain_profiles(cameras: Sequence[Camera], tokens: Tokens) -> list[Profile]:
    """A profile for each stream of each channel, main before sub."""
    return [
        _profile(camera, nth, stream, tokens)
        for camera in cameras
        for nth, stream in enumerate(camera.streams, start=1)
    ]


def _profile(camera: Camera, nth: int, stream: StreamSpec, tokens: Tokens) -> Profile:
    main = camera.streams[0]
    token = tokens.profile_of(camera.channel, nth, stream.name, stream.codec, len(camera.streams))
    return Profile(
        channel=camera.channel,
        stream=stream,
        token=token,
        name=token,
        encoder=f"VideoEncoder_{camera.channel}_{stream.name}",
        source_token=tokens.source_of(camera.channel),
        bounds=(main.width, main.height),
        ptz=camera.ptz,
    )
