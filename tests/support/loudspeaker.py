"""A sound device for programs that play to ALSA's default: what is heard goes into a file. And one that is missing."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

RATE_HZ = 48_000
_LONG_AGO_S = 1_500_000_000

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
        self._changes = 0
        self.plug_in() if is_there else self.pull_out()
        patch.setenv("ALSA_CONFIG_PATH", str(self._settings))
        patch.setenv("PULSE_SERVER", f"unix:{folder / 'no-such-server'}")  # Not the developer's own.

    def plug_in(self) -> None:
        """For whoever asks for it from now on."""
        self._set(_THERE.format(file=self._file, rate=RATE_HZ))

    def pull_out(self) -> None:
        """The same; who has it keeps it."""
        self._set(_MISSING)

    def _set(self, settings: str) -> None:
        self._settings.write_text(settings)
        self._changes += 1
        # ALSA reads them anew only where they are of another second.
        os.utime(self._settings, (_LONG_AGO_S + self._changes, _LONG_AGO_S + self._changes))

    @property
    def seconds(self) -> float:
        """How much was heard so far."""
        return self._file.stat().st_size / 2 / RATE_HZ if self._file.exists() else 0.0

    def heard(self, seconds: float = 0.4) -> NDArray[np.int16]:
        """The last of it."""
        data = self._file.read_bytes() if self._file.exists() else b""
        return np.frombuffer(data[: len(data) // 2 * 2], np.int16)[-round(seconds * RATE_HZ) :]
