"""Which camera of a device a notification is about."""

from __future__ import annotations

from collections.abc import Mapping

from wall.onvif.events.notification import Notification

_NAMES = (
    *("videosourcetoken", "videosource", "source", "videosourceconfigurationtoken", "videosourceconfigtoken"),
    *("videosourceconfiguration", "channel"),
)


class Whose:
    """`cameras` are ids by the tokens of video sources, at least one. `configurations` are those tokens by the tokens
    of the configurations that belong to them: rules name these.
    """

    def __init__(self, cameras: Mapping[str, int], configurations: Mapping[str, str] | None = None) -> None:
        sources = {token: cameras[source] for token, source in (configurations or {}).items() if source in cameras}
        self._cameras = {**sources, **cameras}
        self._first = next(iter(cameras.values()))

    def camera(self, notification: Notification) -> int:
        """The camera's id; that of the first camera for what belongs to the whole device, such as an input."""
        for name, value in notification.source:
            if name.lower() in _NAMES and value in self._cameras:
                return self._cameras[value]
        return self._first
