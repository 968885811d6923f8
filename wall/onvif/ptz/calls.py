"""What one dome is told and asked, as the contract builds it."""

from __future__ import annotations

from functools import partial
from typing import Any

from wall.onvif.contract import Contract, Message, Service
from wall.onvif.ptz.templates import Template, moving_template, vector

Numbers = tuple[float, ...]
Part = tuple[str, Numbers]
"""The space to name ("" for none) and the numbers in it."""


class PtzCalls:
    """Requests for one profile. `Contract.prepare` must have been awaited."""

    def __init__(self, contract: Contract, profile: str, source: str) -> None:
        self._contract = contract
        self._kept = partial(contract.message, Service.PTZ)
        self._of_profile = partial(contract.message, Service.PTZ, ProfileToken=profile)
        self._fresh = partial(contract.fresh, Service.PTZ, ProfileToken=profile)
        self._of_source = partial(contract.message, Service.IMAGING, VideoSourceToken=source)
        self._source = source

    def clock(self) -> Message:
        return self._contract.message(Service.DEVICE, "GetSystemDateAndTime")

    # -- moving

    def moving(self, pan_tilt: str | None, zoom: str | None, *, has_timeout: bool) -> Template:
        return moving_template(self._fresh, pan_tilt, zoom, has_timeout=has_timeout)

    def stop(self) -> Message:
        return self._of_profile("Stop", PanTilt=True, Zoom=True)

    def absolute(self, target: dict[str, Part], speed: dict[str, Part]) -> Message:
        return self._moved("AbsoluteMove", speed, Position=_vectors(target))

    def relative(self, way: dict[str, Part], speed: dict[str, Part]) -> Message:
        return self._moved("RelativeMove", speed, Translation=_vectors(way))

    def go_preset(self, token: str, speed: dict[str, Part]) -> Message:
        return self._moved("GotoPreset", speed, PresetToken=token)

    def home(self, speed: dict[str, Part]) -> Message:
        return self._moved("GotoHomePosition", speed)

    def _moved(self, operation: str, speed: dict[str, Part], **given: Any) -> Message:
        return self._fresh(operation, **given, **({"Speed": _vectors(speed)} if speed else {}))

    # -- remembering

    def set_home(self) -> Message:
        return self._of_profile("SetHomePosition")

    def presets(self) -> Message:
        return self._of_profile("GetPresets")

    def set_preset(self, name: str, token: str) -> Message:
        given = {"PresetName": name} if name else {}
        return self._fresh("SetPreset", **given, **({"PresetToken": token} if token else {}))

    def remove_preset(self, token: str) -> Message:
        return self._fresh("RemovePreset", PresetToken=token)

    # -- knowing

    def status(self) -> Message:
        return self._of_profile("GetStatus")

    def configurations(self) -> Message:
        return self._kept("GetConfigurations")

    def options(self, configuration: str) -> Message:
        return self._kept("GetConfigurationOptions", ConfigurationToken=configuration)

    def node(self, token: str) -> Message:
        return self._kept("GetNode", NodeToken=token)

    def nodes(self) -> Message:
        return self._kept("GetNodes")

    # -- what is on it

    def auxiliary(self, command: str) -> Message:
        return self._of_profile("SendAuxiliaryCommand", AuxiliaryData=command)

    def device_capabilities(self) -> Message:
        return self._contract.message(Service.DEVICE, "GetServiceCapabilities")

    def device_auxiliary(self, command: str) -> Message:
        """The same of the device itself (ONVIF Core, section 8.6), where it does not belong to the dome."""
        return self._contract.message(Service.DEVICE, "SendAuxiliaryCommand", AuxiliaryCommand=command)

    def tours(self) -> Message:
        return self._of_profile("GetPresetTours")

    def operate_tour(self, token: str, operation: str) -> Message:
        return self._of_profile("OperatePresetTour", PresetTourToken=token, Operation=operation)

    # -- the lens

    def focus_options(self) -> Message:
        return self._of_source("GetMoveOptions")

    def focus(self, speed: float) -> Message:
        focus = {"Continuous": {"Speed": speed}}
        return self._contract.fresh(Service.IMAGING, "Move", VideoSourceToken=self._source, Focus=focus)

    def stop_focus(self) -> Message:
        return self._of_source("Stop")

    def imaging(self) -> Message:
        return self._of_source("GetImagingSettings")

    def imaging_options(self) -> Message:
        return self._of_source("GetOptions")

    def set_imaging(self, **settings: dict[str, Any]) -> Message:
        return self._contract.fresh(
            Service.IMAGING, "SetImagingSettings", VideoSourceToken=self._source, ImagingSettings=settings
        )


def _vectors(parts: dict[str, Part]) -> dict[str, Any]:
    """`PanTilt` and `Zoom`, each where it is given."""
    return {name: vector(space, *map(_rounded, numbers)) for name, (space, numbers) in parts.items()}


def _rounded(number: float) -> float:
    return round(number, 4) + 0.0
