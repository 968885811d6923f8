"""What a decode process last saw, as it is judged."""

from __future__ import annotations

from dataclasses import replace

from wall.model.tile import Observation
from wall.video.memory import Vitals


def observed(seen: Observation, vitals: Vitals) -> Observation:
    """What is known of a stream otherwise, with what is seen of it."""
    return replace(
        seen,
        packet_s=vitals.packet_s,
        picture_s=vitals.picture_s,
        changed_s=vitals.changed_s,
        damaged_share=vitals.damaged_share,
        clock_offset_s=vitals.clock_offset_s,
        format_s=vitals.format_s,
        repeats=vitals.repeats,
        is_black=vitals.is_black,
        scene=vitals.scene,
    )
