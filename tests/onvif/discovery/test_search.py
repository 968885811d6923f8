"""A search over real sockets on loopback: hand-made devices that answer as the worst real ones do."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import aclosing, closing

import psutil
import pytest

from tests.onvif.discovery.answers import SCOPE, answer, match, matches
from tests.onvif.discovery.responders import (
    LOOPBACK,
    TIME,
    always,
    answering,
    closed_tcp_port,
    free_udp_port,
    has_ipv6,
    http,
    serving,
)
from tests.support.waiting import until
from wall.model.device import FoundDevice
from wall.onvif.discovery import Search, addresses
from wall.onvif.discovery import search as discovery_search

SOON_S = 0.4


@pytest.fixture
def udp() -> int:
    return free_udp_port()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Devices on this machine answer at once."""
    monkeypatch.setattr(addresses, "_DATAGRAM_FIRST_S", 0.3)
    monkeypatch.setattr(discovery_search, "_BETWEEN_QUESTIONS_S", 0.2)


@pytest.fixture(autouse=True)
def _no_socket_left() -> Iterator[None]:
    before = len(psutil.Process().net_connections("all"))
    yield
    assert len(psutil.Process().net_connections("all")) <= before


def search(
    *targets: str, udp: int, multicast: bool = False, listen_s: float = SOON_S, ports: tuple[int, ...] = ()
) -> Search:
    return Search(
        targets, multicast, multicast_port=udp, interfaces=lambda: LOOPBACK, camera_ports=ports, listen_s=listen_s
    )


async def all_of(one: Search) -> list[FoundDevice]:
    return [row async for row in one.run()]


def device(host: str, port: int = 80) -> str:
    return f"http://{host}:{port}/onvif/device_service"


def test_a_device_near_is_found_once_though_it_answers_every_question(udp: int) -> None:
    async def work() -> None:
        told = answer(match(addresses=device("10.9.9.9", 81), scopes=f"{SCOPE}/name/Ngã\n Sáu"))
        async with answering("", udp, always(told), in_group=True) as asked:
            one = search(udp=udp, multicast=True)
            (row,) = await all_of(one)
        assert row.name == "Ngã Sáu"
        assert row.addresses == (device("127.0.0.1", 81),)
        assert (one.found, one.asked, one.addresses) == (1, 0, 0)
        assert len(asked) == 4
        assert len({question.partition(b"MessageID>")[2][:45] for question in asked}) == 2

    asyncio.run(work())


def test_a_device_that_knows_only_the_second_question_is_found(udp: int) -> None:
    async def work() -> None:
        def picky(question: bytes, number: int) -> list[bytes]:
            return [matches(match())] if b"Device</d:Types>" in question else []

        async with answering("", udp, picky, in_group=True), answering("127.0.0.2", udp, picky):
            assert len(await all_of(search(udp=udp, multicast=True))) == 1
            rows = await all_of(search("127.0.0.2", udp=udp))
            assert [row.addresses for row in rows] == [(device("127.0.0.2", 8000),)]

    asyncio.run(work())


def test_one_device_on_two_addresses_is_one_row(udp: int) -> None:
    async def work() -> None:
        told = always(matches(match(addresses="")))
        async with answering("127.0.0.2", udp, told), answering("127.0.0.3", udp, told):
            one = search("127.0.0.2-3", udp=udp)
            rows = await all_of(one)
        service = "/onvif/device_service"
        assert set(rows[-1].addresses) == {f"http://127.0.0.2{service}", f"http://127.0.0.3{service}"}
        assert (one.found, one.asked, one.addresses) == (1, 2, 2)

    asyncio.run(work())


def test_a_device_that_is_deaf_to_datagrams_is_found_on_a_port_that_cameras_use(udp: int) -> None:
    async def work() -> None:
        async with serving(http(b"<html>a router</html>")) as router, serving(http(TIME)) as camera:
            one = search("127.0.0.1", udp=udp, ports=(closed_tcp_port(), router, camera))
            assert await all_of(one) == [FoundDevice("", (device("127.0.0.1", camera),))]
            assert (one.asked, one.addresses) == (1, 1)

    asyncio.run(work())


def test_a_typed_url_is_asked_as_it_was_typed(udp: int) -> None:
    async def work() -> None:
        async with serving(http(TIME)) as camera:
            url = f"http://127.0.0.1:{camera}/odd/path?x=y"
            assert await all_of(search(url, udp=udp)) == [FoundDevice("", (url,))]

    asyncio.run(work())


def test_a_device_reached_first_and_answering_late_is_one_row(udp: int) -> None:
    async def work() -> None:
        async with serving(http(TIME)) as camera:

            def late(question: bytes, number: int) -> list[bytes]:
                return [matches(match(addresses=device("127.0.0.1", camera)))] if number else []

            # The second question goes out just before the knock: which is answered first is open.
            async with answering("127.0.0.1", udp, late):
                one = search(f"127.0.0.1:{camera}", udp=udp)
                rows = await all_of(one)
        assert one.found == 1
        assert rows[-1].endpoint and rows[-1].addresses == (device("127.0.0.1", camera),)

    asyncio.run(work())


def test_a_name_and_its_address_find_a_device_once(udp: int) -> None:
    async def work() -> None:
        async with serving(http(TIME)) as camera:
            one = search(f"localhost:{camera}", udp=udp)
            assert await all_of(one) == [FoundDevice("", (device("localhost", camera),))]
            both = search(f"127.0.0.1:{camera} localhost:{camera}", udp=udp)
            await all_of(both)
            assert (both.found, both.asked) == (1, 2)

    asyncio.run(work())


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
def test_a_device_is_found_by_its_ipv6_address(udp: int) -> None:
    async def work() -> None:
        told = always(matches(match(addresses="http://[fe80::9]:81/x")))
        async with answering("::1", udp, told), serving(http(TIME), "::1") as camera:
            one = search("[::1]", f"http://[::1]:{camera}/y", udp=udp)
            rows = await all_of(one)
        assert {row.addresses for row in rows} == {("http://[::1]:81/x",), (f"http://[::1]:{camera}/y",)}

    asyncio.run(work())


def test_only_what_was_typed_is_found_at_an_address_with_a_port(udp: int) -> None:
    async def work() -> None:
        told = [matches(match(f"urn:uuid:{port}", device("127.0.0.1", port))) for port in (7001, 7002, 7003)]
        async with answering("127.0.0.1", udp, always(*told)):
            rows = await all_of(search("127.0.0.1:7002", udp=udp))
        assert [row.endpoint for row in rows] == ["urn:uuid:7002"]

    asyncio.run(work())


def test_an_answer_from_whom_nobody_asked_is_ignored(udp: int) -> None:
    async def work() -> None:
        with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as stranger:
            stranger.bind(("127.0.0.9", 0))
            heard: list[tuple[str, int]] = []

            class Ear(asyncio.DatagramProtocol):
                def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
                    heard.append(addr)
                    stranger.sendto(matches(match("urn:uuid:evil")), addr)

            loop = asyncio.get_running_loop()
            transport, _ = await loop.create_datagram_endpoint(Ear, local_addr=("127.0.0.1", udp))
            assert await all_of(search("127.0.0.1", udp=udp)) == []
            assert heard
            transport.abort()
            await asyncio.sleep(0)

    asyncio.run(work())


def test_a_flood_fills_no_more_rows_than_a_city_has(udp: int) -> None:
    async def work() -> None:
        def flood(question: bytes, number: int) -> list[bytes]:
            junk = [b"\0" * 9000, b"<", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', answer("<a>" * 900)]
            many = [matches(match(f"urn:uuid:{number}-a{n:x}")) for n in range(3000)]
            return junk + many

        async with answering("", udp, flood, in_group=True):
            one = search(udp=udp, multicast=True)
            rows = await all_of(one)
        assert 1 <= len(rows) <= 4096
        assert one.found == len(rows)

    asyncio.run(work())


def test_hundreds_of_dead_addresses_take_seconds(udp: int) -> None:
    async def work() -> float:
        began_s = time.monotonic()
        one = search("127.1.0.1-127.1.2.128", udp=udp, ports=(closed_tcp_port(),), listen_s=0.1)
        assert await all_of(one) == []
        assert one.asked == one.addresses == 640
        return time.monotonic() - began_s

    assert asyncio.run(work()) < 20


def test_cancelling_ends_everything_at_once(udp: int) -> None:
    async def work() -> float:
        async with serving(None) as silent:
            one = search(f"127.0.0.1:{silent} 127.3.0.0/24", udp=udp, multicast=True, ports=(silent,), listen_s=30)
            task = asyncio.create_task(all_of(one))
            await until(lambda: one.asked > 0)
            began_s = time.monotonic()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return time.monotonic() - began_s

    assert asyncio.run(work()) < 5


def test_stopping_gives_what_was_found_before(udp: int) -> None:
    async def work() -> None:
        async with answering("127.0.0.1", udp, always(matches(match()))):
            one = search("127.0.0.1", udp=udp, listen_s=30)
            rows = []
            async for row in one.run():
                rows.append(row)
                one.stop()
            assert len(rows) == 1
        with pytest.raises(RuntimeError):
            await all_of(one)

    asyncio.run(work())


def test_leaving_early_ends_it(udp: int) -> None:
    async def work() -> None:
        async with (
            answering("127.0.0.1", udp, always(matches(match()))),
            aclosing(search("127.0.0.1", udp=udp, listen_s=30).run()) as rows,
        ):
            async for _ in rows:
                break

    asyncio.run(work())


def test_nothing_to_ask_ends_at_once(udp: int) -> None:
    assert asyncio.run(all_of(search(udp=udp))) == []


def test_an_address_that_makes_no_sense_is_said_before_anything_is_asked(udp: int) -> None:
    with pytest.raises(ValueError, match=r"10\.0\.0\.256"):
        search("10.0.0.1", "10.0.0.256", udp=udp)
