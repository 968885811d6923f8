"""The webhook on a loop of its own: what happens in the very turn of the loop in which it is ended."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import Future

import pytest

from wall.intake.webhook import Webhook, hash_of, new_token
from wall.model.alarms.ways_in import WebhookSettings

TOKEN = new_token()
REQUEST = f"POST /alarms HTTP/1.1\r\nAuthorization: Bearer {TOKEN}\r\nContent-Length: 2\r\n\r\n{{}}".encode()
WITHIN_S = 10.0
TURNS = 12
"""After so many a request has been answered: on one machine it is here as soon as it is sent."""


def taken(_path: str, _body: bytes) -> Future[None]:
    done: Future[None] = Future()
    done.set_result(None)
    return done


async def ended_after(turns: int) -> None:
    """It is ended so many turns of the loop after a caller, whom it listens to already, has sent something more."""
    webhook = Webhook(WebhookSettings(hash_of(TOKEN), port=0), taken, lambda _standing, _why: None, time.monotonic)
    await webhook.start()
    answers, caller = await asyncio.open_connection("127.0.0.1", webhook.port)
    async with asyncio.timeout(WITHIN_S):
        caller.write(REQUEST)
        assert b" 202 " in await answers.readline()
        caller.write(REQUEST)
        for _ in range(turns):
            await asyncio.sleep(0)
        try:
            await webhook.stop()
        finally:
            caller.close()


@pytest.mark.parametrize("turns", range(TURNS))
def test_it_ends_at_whatever_moment_a_request_comes(turns: int) -> None:
    asyncio.run(ended_after(turns))
