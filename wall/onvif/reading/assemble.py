"""Makes cameras of what a device told piece by piece.

One video source is one camera: a recorder with 16 of them is 16 cameras. A profile belongs to the source that it names;
one that names none belongs to the only source there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wall.model.device import Channel, Preset, Problem, PtzNode, Step, StreamProfile, Trouble
from wall.onvif.reading.profiles import RawProfile
from wall.onvif.reading.sources import VideoSource
from wall.onvif.reading.values import codec_of, problem, problem_with

_PREFERENCE = ("H264", "H265", "JPEG")


@dataclass(frozen=True, slots=True)
class Uris:
    """Where a profile's stream and single pictures are, as they can be used; "" where that could not be learnt."""

    stream: str = ""
    snapshot: str = ""


def merge(profiles1: Sequence[RawProfile], profiles2: Sequence[RawProfile]) -> tuple[RawProfile, ...]:
    """The profiles of Media and of Media2 as one list: each token once, Media's order first.

    Media2 is believed about the encoder, for Media cannot say H.265. `is_media2` stays with profiles that Media does
    not tell, or tells without an encoder that Media2 tells: for these, addresses are to be asked of Media2.
    """
    of_media2 = {profile.token: profile for profile in profiles2}
    merged = [_both(each, of_media2.pop(each.token, None)) for each in profiles1]
    return (*merged, *of_media2.values())


def _both(media: RawProfile, media2: RawProfile | None) -> RawProfile:
    if media2 is None:
        return media
    encoder = media2 if media2.encoding else media
    size = media2 if media2.width and media2.height else media
    return RawProfile(
        token=media.token,
        name=media.name or media2.name,
        source_token=media.source_token or media2.source_token,
        source_name=media.source_name or media2.source_name,
        has_encoder=media.has_encoder or media2.has_encoder,
        encoding=encoder.encoding,
        width=size.width,
        height=size.height,
        fps=media2.fps or media.fps,
        bitrate_kbps=media2.bitrate_kbps or media.bitrate_kbps,
        ptz_token=media.ptz_token or media2.ptz_token,
        ptz_node=media.ptz_node or media2.ptz_node,
        ptz=media.ptz or media2.ptz,
        is_media2=bool(media2.encoding) and (not media.encoding or media.encoding != media2.encoding),
    )


def ptz_profiles(sources: Sequence[VideoSource], profiles: Sequence[RawProfile]) -> dict[str, str]:
    """For each video source with PTZ, the profile that its commands go to and whose presets count."""
    found: dict[str, str] = {}
    for profile in _placed(sources, profiles):
        if profile.source_token and profile.ptz is not None:
            found.setdefault(profile.source_token, profile.token)
    return found


def channels(
    sources: Sequence[VideoSource],
    profiles1: Sequence[RawProfile],
    profiles2: Sequence[RawProfile] = (),
    uris: Mapping[str, Uris] | None = None,
    nodes: Sequence[PtzNode] = (),
    presets: Mapping[str, tuple[Preset, ...]] | None = None,
) -> tuple[tuple[Channel, ...], tuple[Problem, ...]]:
    """The cameras of a device, and what is wrong with their profiles.

    `uris` and `presets` are by profile token. Cameras come in the order of the sources; sources that only profiles tell
    of come after them. A source without profiles is a camera without streams.
    """
    placed = _placed(sources, merge(profiles1, profiles2))
    of_source: dict[str, list[RawProfile]] = {source.token: [] for source in sources}
    for profile in placed:
        if profile.source_token:
            of_source.setdefault(profile.source_token, []).append(profile)
    made = (_channel(token, told, uris or {}, nodes, presets or {}) for token, told in of_source.items())
    return tuple(made), _wrong(sources, placed, of_source)


def _placed(sources: Sequence[VideoSource], profiles: Iterable[RawProfile]) -> list[RawProfile]:
    """The profiles with their source, where it can be known: one that names none belongs to the only one there is."""
    profiles = list(profiles)
    known = {source.token for source in sources} | {each.source_token for each in profiles if each.source_token}
    only = known.pop() if len(known) == 1 else ""
    return [each if each.source_token else replace(each, source_token=only) for each in profiles]


def _channel(
    token: str,
    profiles: Sequence[RawProfile],
    uris: Mapping[str, Uris],
    nodes: Sequence[PtzNode],
    presets: Mapping[str, tuple[Preset, ...]],
) -> Channel:
    name = next((each.source_name for each in profiles if each.source_name), token)
    streams = sorted((_stream(each, uris.get(each.token, Uris())) for each in profiles), key=_largest_first)
    moving = next((each for each in profiles if each.ptz is not None), None)
    if moving is None or moving.ptz is None:
        return Channel(token, name, tuple(streams))
    node = _node(moving, moving.ptz, nodes)
    return Channel(token, name, tuple(streams), node, moving.token, presets.get(moving.token, ()))


def _stream(profile: RawProfile, uris: Uris) -> StreamProfile:
    return StreamProfile(
        token=profile.token,
        name=profile.name or profile.token,
        encoding=profile.encoding,
        codec=codec_of(profile.encoding)[0] if profile.encoding else None,
        width=profile.width,
        height=profile.height,
        fps=profile.fps,
        bitrate_kbps=profile.bitrate_kbps,
        url=uris.stream,
        snapshot_url=uris.snapshot,
    )


def _largest_first(stream: StreamProfile) -> tuple[int, int, float]:
    """Of the same size, what is cheaper to show comes first, then what moves more smoothly."""
    rank = _PREFERENCE.index(stream.encoding) if stream.encoding in _PREFERENCE else len(_PREFERENCE)
    return -stream.pixels, rank, -(stream.fps or 0)


def _node(profile: RawProfile, told: PtzNode, nodes: Sequence[PtzNode]) -> PtzNode:
    """The node that the profile names; the only one, where it names none; else what its configuration tells."""
    named = next((node for node in nodes if node.token == profile.ptz_node), None)
    only = nodes[0] if len(nodes) == 1 and not profile.ptz_node else None
    return named or only or told


def _wrong(
    sources: Sequence[VideoSource], profiles: Sequence[RawProfile], of_source: Mapping[str, Sequence[RawProfile]]
) -> tuple[Problem, ...]:
    """What profiles lack, each kind said once."""
    listed = {source.token for source in sources}
    lacking = (
        ("without video source", (each.token for each in profiles if not each.source_token)),
        ("without encoder", (each.token for each in profiles if not each.has_encoder)),
        ("encoder without encoding", (each.token for each in profiles if each.has_encoder and not each.encoding)),
        ("video source without profile", (token for token, told in of_source.items() if not told)),
        ("video source that is not listed", (token for token in of_source if sources and token not in listed)),
    )
    problems = [problem_with(Step.PROFILES, Trouble.INCOMPLETE, what, names) for what, names in lacking]
    if not profiles:
        problems.append((problem(Step.PROFILES, Trouble.INCOMPLETE, "no profile at all"),))
    unknown = (f"{each.token} {each.encoding}" for each in profiles if each.encoding and not codec_of(each.encoding)[0])
    problems.append(problem_with(Step.PROFILES, Trouble.UNSUPPORTED, "encoding that cannot be shown", unknown))
    return tuple(each for kind in problems for each in kind)
