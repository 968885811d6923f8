"""The sounds that somebody has listened to, as packets: made when first asked for, in some milliseconds."""

from __future__ import annotations

from wall.simulator.city import Camera
from wall.simulator.rtp.sound import PacketSound, packetise_sound
from wall.simulator.sounds.encode import encode_sound
from wall.simulator.sounds.hum import pitch_hz


class SoundShelf:
    """Event-loop thread only."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, int], PacketSound] = {}

    def get(self, camera: Camera) -> PacketSound:
        """What the camera's microphone hears. KeyError for a camera without one."""
        wanted = camera.sound, pitch_hz(camera.number)
        if wanted not in self._made:
            self._made[wanted] = packetise_sound(encode_sound(*wanted))
        return self._made[wanted]
