"""Counts of cameras that follow what changes: to count ten thousand anew each second holds the window for 5 ms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wall.model.health import Health, Verdict


class Tally:
    """How many of these cameras have which verdict. UI thread only."""

    def __init__(self, cameras: Iterable[int], health: Mapping[int, Health]) -> None:
        known = {camera: each.verdict for camera, each in health.items()}
        self._verdicts = {camera: known.get(camera, Verdict.UNKNOWN) for camera in cameras}
        all_verdicts = list(self._verdicts.values())
        self._counts = {verdict: all_verdicts.count(verdict) for verdict in Verdict}

    def put(self, health: Mapping[int, Health]) -> None:
        """How some of them, or cameras that are not counted, are now."""
        for camera, each in health.items():
            before = self._verdicts.get(camera)
            if before is None or before is each.verdict:
                continue
            self._verdicts[camera] = each.verdict
            self._counts[before] -= 1
            self._counts[each.verdict] += 1

    def __len__(self) -> int:
        return len(self._verdicts)

    def count(self, verdict: Verdict) -> int:
        """How many have this one."""
        return self._counts[verdict]
