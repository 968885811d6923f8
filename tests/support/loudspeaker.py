"""A sound device for programs that play to ALSA's default: what is heard goes into a file. And one that is missing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

RATE_HZ = 48_000

_THERE = """
pcm.!default {{
    type plug
    slave {{
        pcm {{ type file; slave.pcm {{ type null }}; file "{file}"; format "raw" }}
        format S16_LE; channels 1; rate {rate}
    }}
}}
"""
_MISSING = "pcm.!default { type hw; card 31 }\n"


class Loudspeaker:
    """Of all processes that are started from now on, as long as the patch holds."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path, *, is_there: bool = True) -> None:
        self._file = folder / "heard.raw"
        self._settings = folder / "asound.conf"
        self.plug_in() if is_there else self.pull_out()
        patch.setenv("ALSA_CONFIG_PATH", str(self._settings))
        patch.setenv("PULSE_SERVER", f"unix:{folder / 'no-such-server'}")  # Not the developer's own.

    def plug_in(self) -> None:
        """For whoever asks for it from now on."""
        self._settings.write_text(_THERE.format(file=self._file, rate=RATE_HZ))

    def pull_out(self) -> None:
        """The same; who has it keeps it."""
        self._settings.write_text(_MISSING)

    @property
    def seconds(self) -> float:
        """How much was heard so far."""
        return self._file.stat().st_size / 2 / RATE_HZ if self._file.exists() else 0.0

    def heard(self, seconds: float = 0.4) -> NDArray[np.int16]:
        """The last of it."""
        data = self._file.read_bytes()
        return np.frombuffer(data[: len(data) // 2 * 2], np.int16)[-round(seconds * RATE_HZ) :]
