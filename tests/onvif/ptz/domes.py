"""A scripted dome, and a line to it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from tests.onvif.desks import NotingDesk
from tests.onvif.scripted import Asked, Scripted, clock, scripted, soap
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.ptz.guard import Guard
from wall.onvif.ptz.line import PtzLine
from wall.onvif.ptz.lines import Limits, PtzLines
from wall.onvif.ptz.target import PtzTarget
from wall.onvif.transport import Times

T = TypeVar("T")
Rule = Callable[[Asked], bytes | Awaitable[bytes] | None]
LOGIN = Credentials("trực ban", "kín & đáo")
PATIENT = Limits(times=Times(connect_s=10, call_s=20))
_TT = "http://www.onvif.org/ver10/tptz"


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(asyncio.wait_for(work, 40))


def span(name: str, least: float | str, most: float | str) -> str:
    return f"<{name}><Min>{least}</Min><Max>{most}</Max></{name}>"


def space(kind: str, uri: str, x: tuple[Any, Any] | None, y: tuple[Any, Any] | None = None) -> str:
    ranges = ("" if x is None else span("XRange", *x)) + ("" if y is None else span("YRange", *y))
    return f"<{kind}><URI>{uri}</URI>{ranges}</{kind}>"


UNIT = (-1, 1)
PAN_TILT, ZOOM = f"{_TT}/PanTiltSpaces", f"{_TT}/ZoomSpaces"
GENERIC_SPACES = (
    space("AbsolutePanTiltPositionSpace", f"{PAN_TILT}/PositionGenericSpace", UNIT, UNIT)
    + space("AbsoluteZoomPositionSpace", f"{ZOOM}/PositionGenericSpace", (0, 1))
    + space("RelativePanTiltTranslationSpace", f"{PAN_TILT}/TranslationGenericSpace", UNIT, UNIT)
    + space("RelativePanTiltTranslationSpace", f"{PAN_TILT}/TranslationSpaceFov", UNIT, UNIT)
    + space("RelativeZoomTranslationSpace", f"{ZOOM}/TranslationGenericSpace", UNIT)
    + space("ContinuousPanTiltVelocitySpace", f"{PAN_TILT}/VelocityGenericSpace", UNIT, UNIT)
    + space("ContinuousZoomVelocitySpace", f"{ZOOM}/VelocityGenericSpace", UNIT)
    + space("PanTiltSpeedSpace", f"{PAN_TILT}/GenericSpeedSpace", (0, 1))
    + space("ZoomSpeedSpace", f"{ZOOM}/ZoomGenericSpeedSpace", (0, 1))
)
NODE = (
    "<GetNodeResponse><PTZNode token='N1' FixedHomePosition='false'>"
    f"<SupportedPTZSpaces>{GENERIC_SPACES}</SupportedPTZSpaces>"
    "<MaximumNumberOfPresets>100</MaximumNumberOfPresets><HomeSupported>true</HomeSupported>"
    "<AuxiliaryCommands>tt:Wiper|On</AuxiliaryCommands><AuxiliaryCommands>tt:Wiper|Off</AuxiliaryCommands>"
    "<Extension><SupportedPresetTour><MaximumNumberOfPresetTours>4</MaximumNumberOfPresetTours>"
    "</SupportedPresetTour></Extension></PTZNode></GetNodeResponse>"
)
CONFIGURATIONS = (
    "<GetConfigurationsResponse><PTZConfiguration token='C1'><NodeToken>N1</NodeToken></PTZConfiguration>"
    "</GetConfigurationsResponse>"
)


def options(spaces: str = GENERIC_SPACES, timeout: tuple[str, str] = ("PT0.1S", "PT60S")) -> str:
    return (
        f"<GetConfigurationOptionsResponse><PTZConfigurationOptions><Spaces>{spaces}</Spaces>"
        f"{span('PTZTimeout', *timeout)}</PTZConfigurationOptions></GetConfigurationOptionsResponse>"
    )


def status(place: tuple[float, float, float] | None = (0, 0, 0), moving: str = "IDLE", name: str = "") -> str:
    told = f' space="{name}"' if name else ""
    where = (
        ""
        if place is None
        else (f'<Position><PanTilt x="{place[0]}" y="{place[1]}"{told}/><Zoom x="{place[2]}"/></Position>')
    )
    moves = f"<MoveStatus><PanTilt>{moving}</PanTilt><Zoom>IDLE</Zoom></MoveStatus>" if moving else ""
    return f"<GetStatusResponse><PTZStatus>{where}{moves}</PTZStatus></GetStatusResponse>"


USUAL = {
    "GetConfigurations": CONFIGURATIONS,
    "GetConfigurationOptions": options(),
    "GetNode": NODE,
    "GetStatus": status(),
    "GetMoveOptions": "<GetMoveOptionsResponse><MoveOptions><Continuous>"
    f"{span('Speed', -7, 7)}</Continuous></MoveOptions></GetMoveOptionsResponse>",
    "GetOptions": "<GetOptionsResponse><ImagingOptions><Exposure><Mode>AUTO</Mode><Mode>MANUAL</Mode>"
    f"{span('Iris', 0, 10)}</Exposure></ImagingOptions></GetOptionsResponse>",
    "GetImagingSettings": "<GetImagingSettingsResponse><ImagingSettings><Exposure><Mode>AUTO</Mode>"
    "<Gain>3</Gain><Iris>5</Iris></Exposure><Focus><AutoFocusMode>AUTO</AutoFocusMode></Focus>"
    "</ImagingSettings></GetImagingSettingsResponse>",
}


def dome(rule: Rule | None = None, **answers: str) -> Callable[[Asked], bytes | Awaitable[bytes]]:
    """Answers as a careful dome does, but for `answers` and what `rule` decides; None leaves it to the others."""

    def answer(asked: Asked) -> bytes | Awaitable[bytes]:
        if asked.call == "GetSystemDateAndTime":
            return clock()
        decided = None if rule is None else rule(asked)
        if decided is not None:
            return decided
        return soap(answers.get(asked.call) or USUAL.get(asked.call) or f"<{asked.call}Response/>")

    return answer


@dataclass
class Driven:
    """A dome that is driven, and what it was asked."""

    line: PtzLine
    device: Scripted
    desk: NotingDesk

    def bodies(self, call: str) -> list[str]:
        """What it was told by that name, without what proves a login."""
        told = (each.body.decode() for each in self.device.asked if each.call == call)
        return [re.sub(r"<s:Header>.*</s:Header>", "", each) for each in told]

    def last(self, call: str) -> dict[str, str]:
        """The attributes of the last one, `x y` of PanTilt as pan, tilt, of Zoom as zoom, and its timeout."""
        body = self.bodies(call)[-1]
        pan_tilt = re.search(r'PanTilt [^>]*?x="([^"]*)" y="([^"]*)"', body)
        zoom, timeout = re.search(r'Zoom [^>]*?x="([^"]*)"', body), re.search(r"Timeout>(\w+[.\w]*)<", body)
        found = {} if pan_tilt is None else {"pan": pan_tilt[1], "tilt": pan_tilt[2]}
        return found | ({"zoom": zoom[1]} if zoom else {}) | ({"timeout": timeout[1]} if timeout else {})


@asynccontextmanager
async def driven(
    contract: Contract,
    answer: Callable[[Asked], bytes | Awaitable[bytes]],
    *,
    login: Credentials | None = LOGIN,
    guard: Guard | None = None,
    limits: Limits = PATIENT,
    tls: Any = None,
    **target: Any,
) -> AsyncIterator[Driven]:
    """`target` changes what is known of the dome."""
    async with scripted(answer, tls) as device:
        root = device.address.removesuffix("device_service")
        known = PtzTarget(device.address, f"{root}ptz", "P1", "N1", "V1", f"{root}imaging")
        desk, lines = NotingDesk(login), PtzLines(contract, guard=guard, limits=limits)
        try:
            yield Driven(lines.line(replace(known, **target), desk), device, desk)
        finally:
            lines.close()
            await asyncio.sleep(0)
