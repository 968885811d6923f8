"""Asks our own webhook, as a caller would, whether it listens. Blocks; raises no alarm."""

from __future__ import annotations

import http.client
from contextlib import closing

from wall.intake.link_words import told_of_link
from wall.intake.webhook import PATH
from wall.model.alarms.push import Answer, SendError, Tried
from wall.model.alarms.ways_in import WebhookSettings

_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}


def call_ourselves(settings: WebhookSettings, token: str = "", patience_s: float = 5.0) -> Tried:
    """With a method that raises none: whoever has the token hears that it is the wrong one (405), others that they
    have none (401), or that there were too many of them (429). SendError where nothing answers as we do.
    """
    host = _ANYWHERE.get(settings.host, settings.host)
    place = f"http://{host}:{settings.port}{PATH}"
    try:
        with closing(http.client.HTTPConnection(host, settings.port, timeout=patience_s)) as link:
            link.request("GET", PATH, headers={"Authorization": f"Bearer {token}"} if token else {})
            status = link.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        raise SendError(Answer.UNREACHABLE, f"{place}: {told_of_link(error)}") from None
    if status == 405:
        return Tried(Answer.LISTENS_TO_TOKEN, place)
    if status == 401 and token:
        raise SendError(Answer.REFUSED, place)
    if status in (401, 429):
        return Tried(Answer.LISTENS, place)
    raise SendError(Answer.REJECTED, f"{place}: HTTP {status}: another program has this port")
