"""A city of five cameras: two that stand by themselves, one in the ring of its site, two that stand nowhere."""

from __future__ import annotations

from wall.model.geo.course import destination
from wall.model.inventory import CameraRecord, Inventory, Position, Site, StreamRecord

HERE = Position(21.1861, 106.0763)
_STREAMS = (StreamRecord("rtsp://10.0.0.1/main", width=1920, height=1080),)
GATE = CameraRecord(
    "Cổng chợ", 1, position=HERE, bearing_deg=90.0, view_deg=60.0, site_id=1, streams=_STREAMS, camera_id=1
)
YARD = CameraRecord(
    "Bãi xe", 2, position=destination(HERE, 0, 120), bearing_deg=0.0, view_deg=40.0, streams=_STREAMS, camera_id=2
)
RINGED = CameraRecord("Ngã Sáu – cột 3", 3, site_id=2, has_ptz=True, streams=_STREAMS, camera_id=3)
NOWHERE = (CameraRecord("Trường học", 4, camera_id=4), CameraRecord("Cầu vượt", 5, camera_id=5))
SITES = (Site("Chợ", "Ninh Xá", site_id=1), Site("Ngã Sáu", "Võ Cường", (), destination(HERE, 180, 150), site_id=2))
CITY = Inventory(SITES, (), (GATE, YARD, RINGED, *NOWHERE))
