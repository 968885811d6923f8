"""Pictures before the answer to PLAY: kept in order, and not without bound."""

from tests.video.rtsp.cameras import Recorder
from wall.model.stream import Codec, Transport
from wall.video.rtsp.early import EarlyUnits
from wall.video.rtsp.units import AccessUnit, StreamInfo


def test_the_oldest_are_kept() -> None:
    early = EarlyUnits(1000)
    for number in range(10):
        early.hold(AccessUnit(bytes(300), number, 0.0, keyframe=number == 0))
    sink = Recorder()
    sink.opened(StreamInfo(Codec.H264, 90000, b"", Transport.TCP))
    early.release(sink.unit)
    early.release(sink.unit)
    assert [unit.media_s for unit in sink.units] == [0, 1, 2]
