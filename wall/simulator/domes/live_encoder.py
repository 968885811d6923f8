"""Encodes a dome's pictures while they are seen: each at once, without looking ahead.

Its parameter sets are those of the clip that it takes over from, so that no decoder has to begin anew when a dome
begins to move (ITU-T H.264, 7.4.1.2.1).
"""

from __future__ import annotations

from av.video.frame import PictureType

from wall.simulator.clips.clip import AccessUnit
from wall.simulator.clips.encode import Planes, encoder_of, frame_of
from wall.simulator.clips.recipe import ClipRecipe

_ENDLESS = 1 << 20
"""Keyframes come when they are asked for."""


class LiveEncoder:
    """One stream. For the drawing process."""

    def __init__(self, recipe: ClipRecipe) -> None:
        self._context, self._count = encoder_of(recipe, _options(recipe)), 0

    def encode(self, picture: Planes, *, is_key: bool) -> AccessUnit:
        """The picture's access unit; the first one is a keyframe, whoever asked."""
        frame = frame_of(picture, self._count)
        frame.pict_type = PictureType.I if is_key or not self._count else PictureType.NONE
        self._count += 1
        (packet,) = self._context.encode(frame)
        return AccessUnit(bytes(packet), packet.is_keyframe)


def _options(recipe: ClipRecipe) -> dict[str, str]:
    rate = {"maxrate": f"{recipe.kbit_s}k", "bufsize": f"{recipe.kbit_s}k", "forced-idr": "1"}
    if recipe.codec == "h264":
        params = f"keyint={_ENDLESS}:scenecut=0:bframes=0:ref=3:sliced-threads=0:cabac=1:weightp=1"
        return {**rate, "preset": "ultrafast", "tune": "zerolatency", "profile": "main", "x264-params": params}
    params = (
        f"keyint={_ENDLESS}:scenecut=0:bframes=0:open-gop=0:rc-lookahead=0:rd=1:"
        f"vbv-maxrate={recipe.kbit_s}:vbv-bufsize={recipe.kbit_s}:pools=none:frame-threads=1:info=0:log-level=none"
    )
    return {"preset": "ultrafast", "tune": "zerolatency", "forced-idr": "1", "x265-params": params}
