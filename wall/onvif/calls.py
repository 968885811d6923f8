"""The questions of an interrogation, as the contract builds them. Each is a `Message` for one service."""

from __future__ import annotations

from wall.onvif.contract import Contract, Message, Service

_SHOWN_KINDS = ["VideoSource", "VideoEncoder", "PTZ"]
"""Of a Media2 profile's configurations; without a kind none is told (Media2, section 5.2.2)."""


class Calls:
    """Our part of the contract. `Contract.prepare` must have been awaited."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract

    def clock(self) -> Message:
        return self._contract.message(Service.DEVICE, "GetSystemDateAndTime")

    def services(self) -> Message:
        return self._contract.message(Service.DEVICE, "GetServices", IncludeCapability=False)

    def capabilities(self) -> Message:
        """What older devices have instead of `services`."""
        return self._contract.message(Service.DEVICE, "GetCapabilities", Category="All")

    def identity(self) -> Message:
        return self._contract.message(Service.DEVICE, "GetDeviceInformation")

    def endpoint(self) -> Message:
        return self._contract.message(Service.DEVICE, "GetEndpointReference")

    def scopes(self) -> Message:
        return self._contract.message(Service.DEVICE, "GetScopes")

    def relays(self) -> Message:
        return self._contract.message(Service.DEVICE, "GetRelayOutputs")

    def sources(self) -> Message:
        return self._contract.message(Service.MEDIA, "GetVideoSources")

    def profiles(self) -> Message:
        return self._contract.message(Service.MEDIA, "GetProfiles")

    def profiles2(self) -> Message:
        return self._contract.message(Service.MEDIA2, "GetProfiles", Type=_SHOWN_KINDS)

    def stream_uri(self, profile: str) -> Message:
        """RTSP with RTP inside the same TCP connection (ONVIF Streaming, section 5.1.1)."""
        setup = {"Stream": "RTP-Unicast", "Transport": {"Protocol": "RTSP"}}
        return self._contract.message(Service.MEDIA, "GetStreamUri", StreamSetup=setup, ProfileToken=profile)

    def stream_uri2(self, profile: str) -> Message:
        """The same of Media2 (section 5.8.1), whose word for it is RTSP."""
        return self._contract.message(Service.MEDIA2, "GetStreamUri", Protocol="RTSP", ProfileToken=profile)

    def snapshot_uri(self, profile: str) -> Message:
        return self._contract.message(Service.MEDIA, "GetSnapshotUri", ProfileToken=profile)

    def snapshot_uri2(self, profile: str) -> Message:
        return self._contract.message(Service.MEDIA2, "GetSnapshotUri", ProfileToken=profile)

    def nodes(self) -> Message:
        return self._contract.message(Service.PTZ, "GetNodes")

    def presets(self, profile: str) -> Message:
        return self._contract.message(Service.PTZ, "GetPresets", ProfileToken=profile)

    def topics(self) -> Message:
        return self._contract.message(Service.EVENTS, "GetEventProperties")
