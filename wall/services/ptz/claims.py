"""Who wants a dome for themselves: reservations, requests and take-overs, each in the journal. On the io loop."""

from __future__ import annotations

from wall.model.ptz.journal import Deed
from wall.model.ptz.operator import Operator
from wall.model.tile import Cause
from wall.services.ptz.domes import Domes


class Claims:
    """What is refused is told in the camera's standing."""

    def __init__(self, domes: Domes) -> None:
        self._domes = domes

    def reserve(self, camera_id: int, operator: Operator, minutes: float) -> None:
        cause = self._domes.arbiter.reserve(camera_id, operator, minutes * 60, self._domes.monotonic())
        self._become(camera_id, operator, cause, Deed.RESERVED, f"{minutes:g} min")

    def release(self, camera_id: int, operator: Operator) -> None:
        cause = self._domes.arbiter.release(camera_id, operator, self._domes.monotonic())
        self._become(camera_id, operator, cause, Deed.RELEASED)

    def request(self, camera_id: int, operator: Operator) -> None:
        holder = self._holder(camera_id)
        cause = self._domes.arbiter.request(camera_id, operator, self._domes.monotonic())
        self._become(camera_id, operator, cause, Deed.REQUESTED, holder)

    def answer(self, camera_id: int, operator: Operator, gives: bool) -> None:
        now_s = self._domes.monotonic()
        hold = self._domes.arbiter.hold(camera_id, now_s)
        if hold is None or hold.asked_by is None:
            return
        cause = self._domes.arbiter.answer(camera_id, operator, gives, now_s)
        self._become(camera_id, operator, cause, Deed.GAVE if gives else Deed.DECLINED, hold.asked_by.name)

    def take_over(self, camera_id: int, operator: Operator) -> None:
        holder = self._holder(camera_id)
        cause = self._domes.arbiter.take_over(camera_id, operator, self._domes.monotonic())
        self._become(camera_id, operator, cause, Deed.TOOK, holder)

    def _holder(self, camera_id: int) -> str:
        hold = self._domes.arbiter.hold(camera_id, self._domes.monotonic())
        return hold.operator.name if hold is not None else ""

    def _become(self, camera_id: int, operator: Operator, cause: Cause, deed: Deed, detail: str = "") -> None:
        if cause is Cause.NONE:
            self._domes.journal.note(camera_id, deed, operator, detail)
            self._domes.hold_changed(camera_id)
        else:
            self._domes.refuse(camera_id, cause)
