"""What makes get wrong about their profiles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from wall.simulator.city import StreamSpec
from wall.simulator.onvif.profile import Profile

Extra: TypeAlias = Callable[[Sequence[Profile]], list[Profile]]
"""More profiles, from the plain ones."""
Listed: TypeAlias = Callable[[Profile], bool]
"""Whether a service lists a profile."""

_JPEG = StreamSpec("jpeg", "mjpeg", 640, 360, 5, 2048)


def every(profile: Profile) -> bool:
    """All are listed."""
    return True


def only_h265(profile: Profile) -> bool:
    """What the older service cannot say."""
    return profile.stream.codec == "h265"


def not_of_channel_2(profile: Profile) -> bool:
    """A channel that this service has forgotten."""
    return profile.channel != 2


def unfinished(profiles: Sequence[Profile]) -> list[Profile]:
    """Profiles that somebody began, without source and encoder: one for each four channels, at least one."""
    first = profiles[0]
    bare = replace(first, ptz=False, has_source=False, has_encoder=False, is_playable=False)
    count = max(1, profiles[-1].channel // 4)
    return [replace(bare, token=f"User_{n}", name=f"User_{n}") for n in range(1, count + 1)]


def jpeg_only(profiles: Sequence[Profile]) -> list[Profile]:
    """A JPEG profile for each channel, for which no stream can be had."""
    mains = [profile for profile in profiles if profile.stream.name == "main"]
    return [replace(main, stream=_JPEG, is_playable=False).called(f"jpeg_{main.channel}") for main in mains]


def first_again(profiles: Sequence[Profile]) -> list[Profile]:
    """The first profile a second time, with the same token."""
    return [profiles[0]]


@dataclass(frozen=True, slots=True)
class Media:
    """`says_h265`: the older service names an encoding that it does not have. `size` is told in place of the true one.

    `in_media` and `in_media2` choose what each service lists.
    """

    says_h265: bool = False
    size: tuple[int, int] | None = None
    extras: tuple[Extra, ...] = ()
    in_media: Listed = every
    in_media2: Listed = every
