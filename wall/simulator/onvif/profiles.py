"""The media profiles of a device and the configurations in them, as Media and Media2 both tell them.

Each channel has two profiles, main and sub, over one video source. A dome's profiles carry its PTZ
configuration.
"""

from __future__ import annotations

from dataclasses import dataclass

from wall.simulator.city import Camera, StreamSpec
from wall.simulator.onvif.call import Call
from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.soap import invalid_argument

GENERIC = "http://www.onvif.org/ver10/tptz"


@dataclass(frozen=True, slots=True)
class Profile:
    """One stream of one camera, under the tokens by which clients ask for it."""

    camera: Camera
    stream: StreamSpec

    @property
    def token(self) -> str:
        """The token of the profile itself."""
        return f"Profile_{self.camera.channel}_{self.stream.name}"

    @property
    def encoder(self) -> str:
        """The token of its video encoder configuration."""
        return f"VideoEncoder_{self.camera.channel}_{self.stream.name}"

    @property
    def source(self) -> str:
        """The token of its video source configuration."""
        return f"VideoSourceConfig_{self.camera.channel}"


def profiles_of(call: Call) -> list[Profile]:
    """Every profile of the device, channel by channel, main before sub."""
    return [Profile(camera, stream) for camera in call.unit.cameras for stream in camera.streams]


def asked_profile(call: Call, field: str = "ProfileToken") -> Profile:
    """The profile that a field of the call names; SoapFault ter:NoProfile where there is none."""
    token = call.token(field)
    found = next((profile for profile in profiles_of(call) if profile.token == token), None)
    if found is None:
        raise invalid_argument("NoProfile", f"there is no profile {token!r}")
    return found


def asked_encoder(call: Call, token: str) -> Profile:
    """The profile whose encoder configuration has that token; SoapFault ter:NoConfig where there is none."""
    found = next((profile for profile in profiles_of(call) if profile.encoder == token), None)
    if found is None:
        raise invalid_argument("NoConfig", f"there is no video encoder configuration {token!r}")
    return found


def stream_uri(call: Call, profile: Profile) -> str:
    """The RTSP address of a profile for the caller, without login."""
    addresses = call.unit.parts.addresses
    return addresses.rtsp_url(profile.camera, profile.stream.name, host=call.where.host)


def snapshot_uri(call: Call, profile: Profile) -> str:
    """The HTTP address of a channel's JPEG."""
    return call.where.url(f"snapshot/{profile.camera.channel}")


def resolution(profile: Profile) -> Markup:
    """The size of the stream's picture."""
    size = (tag("tt:Width", profile.stream.width), tag("tt:Height", profile.stream.height))
    return tag("tt:Resolution", *size)


def multicast_off() -> Markup:
    """The multicast settings that a configuration must have, with nothing in them."""
    address = tag("tt:Address", tag("tt:Type", "IPv4"), tag("tt:IPv4Address", "0.0.0.0"))
    rest = (tag("tt:Port", 0), tag("tt:TTL", 1), tag("tt:AutoStart", False))
    return tag("tt:Multicast", address, *rest)


def source_configuration(name: str, camera: Camera) -> Markup:
    """A video source configuration, as an element of that name."""
    main = camera.streams[0]
    return tag(
        name,
        tag("tt:Name", f"VideoSourceConfig_{camera.channel}"),
        tag("tt:UseCount", 2),
        tag("tt:SourceToken", f"VideoSource_{camera.channel}"),
        tag("tt:Bounds", x=0, y=0, width=main.width, height=main.height),
        token=f"VideoSourceConfig_{camera.channel}",
    )


def ptz_configuration(name: str, camera: Camera) -> Markup:
    """A PTZ configuration, as an element of that name."""
    spaces = (
        ("DefaultAbsolutePantTiltPositionSpace", "PanTiltSpaces/PositionGenericSpace"),
        ("DefaultAbsoluteZoomPositionSpace", "ZoomSpaces/PositionGenericSpace"),
        ("DefaultRelativePanTiltTranslationSpace", "PanTiltSpaces/TranslationGenericSpace"),
        ("DefaultRelativeZoomTranslationSpace", "ZoomSpaces/TranslationGenericSpace"),
        ("DefaultContinuousPanTiltVelocitySpace", "PanTiltSpaces/VelocityGenericSpace"),
        ("DefaultContinuousZoomVelocitySpace", "ZoomSpaces/VelocityGenericSpace"),
    )
    speed = joined(tag("tt:PanTilt", x=1.0, y=1.0), tag("tt:Zoom", x=1.0))
    return tag(
        name,
        tag("tt:Name", f"PTZConfig_{camera.channel}"),
        tag("tt:UseCount", 2),
        tag("tt:NodeToken", f"PTZNode_{camera.channel}"),
        *(tag(f"tt:{default}", f"{GENERIC}/{space}") for default, space in spaces),
        tag("tt:DefaultPTZSpeed", speed),
        tag("tt:DefaultPTZTimeout", "PT10S"),
        token=f"PTZConfig_{camera.channel}",
    )
