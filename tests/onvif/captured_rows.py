"""What each captured device is, written down by reading its captures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tests.onvif.fixtures import AXIS, BOSCH, REOLINK
from wall.model.device import Channel, PtzNode, Relay, StreamProfile
from wall.model.stream import Codec
from wall.onvif.reading.identity import Identity
from wall.onvif.reading.scopes import Description

VER10, VER20 = "http://www.onvif.org/ver10", "http://www.onvif.org/ver20"


@dataclass(frozen=True, slots=True)
class CapturedRow:
    """A device in full. Addresses begin with the host that it had; see `channels_at`."""

    address: str
    identity: Identity
    description: Description
    endpoint: str
    clock: datetime
    services: dict[str, str]
    channel: Channel
    topics: tuple[str, ...]
    relays: tuple[Relay, ...] = ()

    def channel_at(self, host: str, port: int) -> Channel:
        """The camera as it is when the device is reached at another host and port."""
        streams = tuple(
            replace(
                stream,
                url=_moved(stream.url, "rtsp", host),
                snapshot_url=_moved(stream.snapshot_url, "http", f"{host}:{port}"),
            )
            for stream in self.channel.streams
        )
        return replace(self.channel, streams=streams)


def _moved(url: str, scheme: str, where: str) -> str:
    """RTSP keeps the port that was told; that of HTTP is in `where`."""
    authority, _, path = url.partition("://")[2].partition("/")
    port = authority.partition(":")[2] if scheme == "rtsp" else ""
    return f"{scheme}://{where}{':' if port else ''}{port}/{path}"


_AXIS_MEDIA = "rtsp://192.168.2.82/onvif-media/media.amp?profile={}&sessiontimeout=60&streamtype=unicast"
_AXIS_PICTURE = "http://192.168.2.82/onvif-cgi/jpg/image.cgi?resolution={}&compression=30"
_AXIS_ROW = CapturedRow(
    address="http://192.168.2.82:80/onvif/device_service",
    identity=Identity("AXIS", "P3818-PVE", "11.9.60", "B8A44FA04F26", "7DB"),
    description=Description("AXIS P3818-PVE", "", "P3818-PVE"),
    endpoint="",
    clock=datetime(2026, 1, 13, 19, 25, 25, tzinfo=UTC),
    services={
        f"{VER10}/device/wsdl": "/onvif/device_service",
        **dict.fromkeys(
            (
                *(f"{VER10}/{name}/wsdl" for name in ("events", "deviceIO", "recording", "replay", "media", "search")),
                *(f"{VER20}/{name}/wsdl" for name in ("analytics", "imaging", "media")),
                *(
                    f"http://www.axis.com/vapix/ws/{name}"
                    for name in ("action1", "certificates", "entry", "event1", "webserver")
                ),
            ),
            "/onvif/services",
        ),
    },
    channel=Channel(
        "0",
        "user0",
        (
            StreamProfile(
                *("profile_1_jpeg", "profile_1 jpeg", "JPEG", Codec.MJPEG, 5120, 2560, 30.0, None),
                url=_AXIS_MEDIA.format("profile_1_jpeg"),
                snapshot_url=_AXIS_PICTURE.format("5120x2560"),
            ),
            StreamProfile(
                *("profile_1_h264", "profile_1 h264", "H264", Codec.H264, 1920, 960, 30.0, None),
                url=_AXIS_MEDIA.format("profile_1_h264"),
                snapshot_url=_AXIS_PICTURE.format("1920x960"),
            ),
        ),
    ),
    topics=(
        *(
            f"tnsaxis:AudioControl/DigitalSignalStatus{state}"
            for state in ("", "Invalid", "Metadata", "NoSignal", "OK")
        ),
        "tns1:Device/tnsaxis:RingPowerLimitExceeded",
        "tns1:Device/tnsaxis:HardwareFailure/StorageFailure",
        "tns1:Device/tnsaxis:SystemMessage/ActionFailed",
        "tns1:Device/tnsaxis:Network/BlockedIP",
        "tns1:Device/tnsaxis:Network/Lost",
        "tns1:Device/tnsaxis:Network/AddressRemoved",
        "tns1:Device/tnsaxis:Network/AddressAdded",
        "tns1:Device/tnsaxis:Casing/Open",
        "tns1:Device/tnsaxis:IO/VirtualPort",
        "tns1:Device/tnsaxis:IO/OutputPort",
        "tns1:Device/tnsaxis:IO/SupervisedPort",
        "tns1:Device/tnsaxis:IO/VirtualInput",
        "tns1:Device/tnsaxis:IO/Port",
        "tns1:Device/tnsaxis:Sensor/PIR",
        "tns1:Device/tnsaxis:Status/SystemReady",
        "tns1:Device/tnsaxis:Status/Temperature/Inside",
        "tns1:Device/tnsaxis:Status/Temperature/Above",
        "tns1:Device/tnsaxis:Status/Temperature/Above_or_below",
        "tns1:Device/tnsaxis:Status/Temperature/Below",
        "tns1:Device/HardwareFailure/PowerSupplyFailure/tnsaxis:PTZPowerFailure",
        "tns1:Device/Trigger/DigitalInput",
        "tns1:Device/Trigger/Relay",
        "tns1:Device/tnsaxis:MQTT/ClientStatus",
        "tns1:Device/tnsaxis:Heater/Status",
        "tns1:Device/tnsaxis:Tampering/ShockDetected",
        "tns1:VideoSource/tnsaxis:LiveStreamAccessed",
        "tns1:VideoSource/tnsaxis:DayNightVision",
        "tns1:VideoSource/tnsaxis:ABR",
        "tns1:VideoSource/tnsaxis:Tampering",
        "tns1:VideoSource/GlobalSceneChange/ImagingService",
        "tns1:PTZController/tnsaxis:PTZError",
        "tns1:PTZController/tnsaxis:PTZReady",
        "tns1:PTZController/tnsaxis:RemoteCamera/Status",
        "tns1:PTZController/tnsaxis:RemoteCamera/PTZPosition",
        "tns1:RecordingConfig/CreateRecording",
        "tns1:RecordingConfig/CreateTrack",
        "tns1:RecordingConfig/DeleteRecording",
        "tns1:RecordingConfig/DeleteTrack",
        "tns1:RecordingConfig/JobState",
        "tns1:RecordingConfig/RecordingConfiguration",
        "tns1:RecordingConfig/RecordingJobConfiguration",
        "tns1:RecordingConfig/TrackConfiguration",
        "tnsaxis:Storage/Alert",
        "tnsaxis:Storage/Disruption",
        "tnsaxis:Storage/Recording",
        "tns1:Media/ConfigurationChanged",
        "tns1:Media/ProfileChanged",
        "tns1:UserAlarm/tnsaxis:Recurring/Interval",
        "tnsaxis:MQTT/Message/Stateless",
    ),
)

_BOSCH_PICTURE = "http://192.168.2.200/snap.jpg?JpegCam=1"
_BOSCH_ROW = CapturedRow(
    address="http://192.168.2.200:80/onvif/device_service",
    identity=Identity("Bosch", "FLEXIDOME IP starlight 8000i", "7.70.0126", "044518807925140011", "F0009F43"),
    description=Description("Bosch", "", "FLEXIDOME_IP_starlight_8000i"),
    endpoint="urn:uuid:00075fca-f8fa-faf8-ca5f-0700075fca5f",
    clock=datetime(2026, 1, 13, 19, 25, 37, tzinfo=UTC),
    services={
        f"{VER10}/device/wsdl": "/onvif/device_service",
        f"{VER10}/media/wsdl": "/onvif/media_service",
        f"{VER10}/events/wsdl": "/onvif/event_service",
        f"{VER10}/deviceIO/wsdl": "/onvif/deviceio_service",
        f"{VER20}/media/wsdl": "/onvif/media2_service",
        f"{VER10}/replay/wsdl": "/onvif/replay_service",
        f"{VER10}/search/wsdl": "/onvif/search_service",
        f"{VER10}/recording/wsdl": "/onvif/recording_service",
        f"{VER20}/imaging/wsdl": "/onvif/imaging_service",
    },
    channel=Channel(
        "1",
        "Camera 1",
        (
            StreamProfile(
                *("0", "H26x_L1S1", "H264", Codec.H264, 1536, 864, 30.0, 1400),
                url="rtsp://192.168.2.200/rtsp_tunnel?p=0&h26x=4&vcd=2",
                snapshot_url=_BOSCH_PICTURE,
            ),
            StreamProfile(
                *("1", "H26x_L1S2", "H264", Codec.H264, 1536, 864, 30.0, 1400),
                url="rtsp://192.168.2.200/rtsp_tunnel?p=1&inst=2&h26x=4",
                snapshot_url=_BOSCH_PICTURE,
            ),
            StreamProfile(
                *("2", "JPEG_L1S3", "JPEG", Codec.MJPEG, 1536, 864, 1.0, 6000),
                url="rtsp://192.168.2.200/rtsp_tunnel?h26x=0",
                snapshot_url=_BOSCH_PICTURE,
            ),
        ),
    ),
    topics=(
        "tns1:VideoSource/MotionAlarm",
        "tns1:VideoSource/ImageTooDark/AnalyticsService",
        "tns1:VideoSource/ImageTooBright/AnalyticsService",
        "tns1:VideoSource/GlobalSceneChange/AnalyticsService",
        "tns1:VideoSource/SignalLoss/AnalyticsService",
        "tns1:RecordingConfig/JobState",
        "tns1:RecordingConfig/RecordingConfiguration",
        "tns1:RecordingConfig/TrackConfiguration",
        "tns1:RecordingConfig/RecordingJobConfiguration",
        "tns1:Device/Trigger/Relay",
        "tns1:Device/Trigger/DigitalInput",
        "tns1:Media/ProfileChanged",
        "tns1:Media/ConfigurationChanged",
        "tns1:Monitoring/Profile/ActiveConnections",
        "tns1:Monitoring/AsynchronousOperationStatus",
        "tns1:Advancesecurity/Keystore/KeyStatus",
        "tns1:RuleEngine/FieldDetector/ObjectsInside",
        "tns1:IVA/ObjectInField/Detect_any_object",
    ),
    relays=(Relay("Output_1", "Bistable", "open"),),
)

_REOLINK_PICTURE = "http://192.168.2.61:80/cgi-bin/api.cgi?cmd=onvifSnapPic&channel=0"
_REOLINK_ROW = CapturedRow(
    address="http://192.168.2.61:8000/onvif/device_service",
    identity=Identity("REOLINK", "E1 Zoom", "v3.1.0.2649_23083101", "192168261", "IPC"),
    description=Description("IPC-BO", "country/china", "E1Zoom"),
    endpoint="",
    clock=datetime(2026, 1, 13, 19, 25, 12, tzinfo=UTC),
    services={
        f"{VER10}/device/wsdl": "/onvif/device_service",
        f"{VER20}/imaging/wsdl": "/onvif/imaging_service",
        f"{VER10}/deviceIO/wsdl": "/onvif/deviceIO_service",
        f"{VER20}/ptz/wsdl": "/onvif/ptz_service",
        f"{VER10}/media/wsdl": "/onvif/media_service",
        f"{VER20}/media/wsdl": "/onvif/Media2",
        f"{VER10}/events/wsdl": "/onvif/event_service",
    },
    channel=Channel(
        "000",
        "VideoS_000",
        (
            StreamProfile(
                *("000", "Profile000_MainStream", "H264", Codec.H264, 2048, 1536, 15.0, 1024),
                url="rtsp://192.168.2.61:554/",
                snapshot_url=_REOLINK_PICTURE,
            ),
            StreamProfile(
                *("001", "Profile001_SubStream", "H264", Codec.H264, 640, 480, 15.0, 512),
                url="rtsp://192.168.2.61:554/h264Preview_01_sub",
                snapshot_url=_REOLINK_PICTURE,
            ),
        ),
        # Its nodes were not recorded: this is what the PTZ configuration of its profiles tells.
        PtzNode("000", True, True, False, False, 0, (-1.0, 1.0), (-1.0, 1.0), (-1.0, 1.0)),
        ptz_profile="000",
    ),
    topics=(
        "tns1:VideoSource/MotionAlarm",
        "tns1:VideoSource/ImageTooDark/ImagingService",
        "tns1:Media/ProfileChanged",
        "tns1:Media/ConfigurationChanged",
        "tns1:RuleEngine/CellMotionDetector/Motion",
    ),
)

ROWS = {AXIS: _AXIS_ROW, BOSCH: _BOSCH_ROW, REOLINK: _REOLINK_ROW}
