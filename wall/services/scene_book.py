"""What fixed cameras usually show, kept for the hours in which nobody watches them: a camera that was turned away
meanwhile is found out when it is watched again.

What a scene looks like changes with the light. So one is kept for each hour of the day, and it is compared with only
what was seen at nearly the same time of a day of the last week. Domes are left alone: whoever turned one while nobody
watched may have meant to.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from wall.model.errors import StoreError
from wall.model.scene import KeptScene, UsualScene
from wall.services.file_thread import FileThread

NOTED_EVERY_S = 600.0
NEAR_S = 3600.0
"""So far from its time of the day is the light the same, within a week."""
HOLDS_S = 7 * 86_400.0
_HOUR_S, _DAY_S = 3600.0, 86_400.0


class KeepsScenes(Protocol):
    """`wall.store.scene_folder.SceneFolder`. Blocks; StoreError where the disk does not take it."""

    def read(self, url: str) -> tuple[KeptScene, ...]: ...

    def keep(self, url: str, scenes: Iterable[KeptScene]) -> None: ...

    def forget(self, url: str) -> None: ...

    def sweep(self, before_s: float) -> None: ...


class SceneBook:
    """By the addresses of streams. Lives on the io loop; the disk has a thread of its own. What cannot be kept or read
    is not compared, and that is all.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        scenes: KeepsScenes,
        is_fixed: Callable[[str], bool],
        unix: Callable[[], float] = time.time,
    ) -> None:
        self._loop = loop
        self._scenes = scenes
        self._is_fixed = is_fixed
        self._unix = unix
        self._files = FileThread("scenes")
        self._noted_s: dict[str, float] = {}
        """When each was noted last."""
        self._files.ask(lambda: scenes.sweep(unix() - HOLDS_S))

    def recall(self, url: str, then: Callable[[UsualScene], None]) -> None:
        """Have told, on the io loop and soon, what a stream showed at such a time of the day; nothing where that is not
        known.
        """
        if self._is_fixed(url):
            now_s = self._unix()
            self._files.ask(lambda: usual_at(self._scenes.read(url), now_s)).add_done_callback(self._teller(then))

    def note(self, url: str, usual: UsualScene) -> None:
        """So it is now; it is enough to write it down now and then."""
        now_s = self._unix()
        if not self._is_fixed(url) or 0 <= now_s - self._noted_s.get(url, -NOTED_EVERY_S) < NOTED_EVERY_S:
            return
        self._noted_s[url] = now_s
        self._files.ask(lambda: self._keep(url, KeptScene(now_s, replace(usual, generation=0))))

    def forget(self, url: str) -> None:
        """It shows another scene by now, and that is usual."""
        self._noted_s.pop(url, None)
        self._files.ask(lambda: self._scenes.forget(url))

    def close(self) -> None:
        """What was noted is kept, as far as the disk does not hang."""
        self._files.close()

    def _keep(self, url: str, scene: KeptScene) -> None:
        """In the place of what was kept at this hour."""
        others = [each for each in self._scenes.read(url) if _hour(each) != _hour(scene)]
        with suppress(StoreError):
            self._scenes.keep(url, (*others, scene))

    def _teller(self, then: Callable[[UsualScene], None]) -> Callable[[Future[UsualScene | None]], None]:
        def tell(found: Future[UsualScene | None]) -> None:
            usual = found.result()
            if usual is not None:
                with suppress(RuntimeError):  # Nobody is there any more.
                    self._loop.call_soon_threadsafe(then, usual)

        return tell


def usual_at(scenes: Iterable[KeptScene], now_s: float) -> UsualScene | None:
    """The newest that was taken at such a time of the day; none is older than a week, or of the future."""
    near = [each for each in scenes if 0 <= now_s - each.taken_s <= HOLDS_S and _apart_s(each.taken_s, now_s) <= NEAR_S]
    return max(near, key=lambda each: each.taken_s).usual if near else None


def _apart_s(one_s: float, other_s: float) -> float:
    """How far from each other they are on the clock."""
    apart_s = (one_s - other_s) % _DAY_S
    return min(apart_s, _DAY_S - apart_s)


def _hour(scene: KeptScene) -> int:
    return int(scene.taken_s % _DAY_S // _HOUR_S)
