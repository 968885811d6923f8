"""The parameter sets of a live picture, said as the clip says them that the same stream replays at rest.

They differ in how times are counted at most (`fixed_frame_rate_flag`; ITU-T H.264, E.2.1), which no decoder of pictures
looks at. Said alike, a decoder sees one stream, not a new one each time the dome begins to move.
"""

from __future__ import annotations

import base64
import re

from wall.simulator.clips.clip import AccessUnit
from wall.simulator.rtp import nal
from wall.simulator.rtp.packets import PacketClip

_START = b"\0\0\0\1"
_SPS, _PPS = 7, 8
_SPROP = re.compile(r"sprop-parameter-sets=([^;]+)")


def with_sets_of(clip: PacketClip, unit: AccessUnit) -> AccessUnit:
    """The same picture with the clip's parameter sets, where they are of the same kind (H.264 only)."""
    told = _SPROP.search(clip.format_parameters)
    if not unit.is_key or told is None:
        return unit
    pieces = nal.split(unit.data)
    own = [piece for piece in pieces if piece[0] & 0x1F in (_SPS, _PPS)]
    sets = [base64.b64decode(word) for word in told[1].split(",")]
    if [len(each) for each in own] != [len(each) for each in sets]:
        return unit
    rest = [piece for piece in pieces if piece[0] & 0x1F not in (_SPS, _PPS)]
    return AccessUnit(b"".join(_START + piece for piece in (*sets, *rest)), True)
