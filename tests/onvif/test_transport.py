"""The way to a device: kept, bounded in time and size, and to nobody whose certificate has changed."""

from __future__ import annotations

import asyncio
import datetime
import socket
import ssl
import time
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.onvif.scripted import Asked, Scripted, http, scripted
from wall.model.device import Trouble
from wall.onvif.budget import ConnectionBudget
from wall.onvif.faults import DeviceFault, Unanswered
from wall.onvif.http_message import HttpReply, ReplyLimits
from wall.onvif.transport import Overtaken, Request, Times, Wire, origin_of, target_of, trusting_context

T = TypeVar("T")
QUICK = Times(connect_s=2.0, call_s=0.4)
PATIENT = Times(connect_s=10.0, call_s=10.0)


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(asyncio.wait_for(work, 30))


def make_wire(times: Times = PATIENT, pinned: str = "", budget: ConnectionBudget | None = None) -> Wire:
    return Wire(budget or ConnectionBudget(2), trusting_context(), times, ReplyLimits(), pinned)


async def post(wire: Wire, url: str) -> HttpReply:
    return await wire.ask(Request(url, "X-Test: yes\r\n", b"<Body><Ping>"))


async def trouble_of(answer: Callable[[Asked], bytes | Awaitable[bytes]], times: Times = PATIENT) -> Trouble:
    wire = make_wire(times)
    async with scripted(answer) as device:
        try:
            await post(wire, device.address)
        except DeviceFault as fault:
            return fault.trouble
        finally:
            wire.close()
    raise AssertionError("no fault")


def test_a_connection_is_kept_and_a_request_is_whole() -> None:
    async def check() -> Scripted:
        wire = make_wire()
        async with scripted(lambda asked: http(asked.call)) as device:
            for _ in range(3):
                reply = await post(wire, device.address + "?a=b c")
                assert (reply.status, reply.body) == (200, b"Ping")
            wire.close()
        return device

    device = run(check())
    assert device.connections == 1
    asked = device.asked[0]
    assert asked.path == "/onvif/device_service?a=b%20c"
    assert asked.headers["x-test"] == "yes"
    assert asked.headers["host"] == device.address.split("/")[2]
    assert asked.headers["accept-encoding"] == "identity"


def test_the_system_looks_whether_a_device_that_is_waited_for_is_there() -> None:
    async def is_looked_after(times: Times) -> bool:
        wire = make_wire(times)
        async with scripted(lambda asked: http("")) as device:
            await post(wire, device.address)
            assert wire._connection is not None and wire._connection._transport is not None
            sock = wire._connection._transport.get_extra_info("socket")
            wished = sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
            wire.close()
        return bool(wished)

    assert run(is_looked_after(Times(gone_s=8)))
    assert not run(is_looked_after(PATIENT))


@pytest.mark.parametrize("ending", ["Connection: close", ""])
def test_a_connection_that_was_let_go_is_opened_again(ending: str) -> None:
    """Told (`Connection: close`), or while the next request is under way."""

    def answer(asked: Asked) -> bytes:
        answered.append(asked)
        if not ending and len(answered) == 2:
            return b""
        return http("x", 200, ending) if ending else http("x")

    async def check() -> int:
        wire = make_wire()
        async with scripted(answer) as device:
            for _ in range(2):
                assert (await post(wire, device.address)).body == b"x"
            wire.close()
            return device.connections

    answered: list[Asked] = []
    assert run(check()) == 2


def test_a_device_that_hangs_up_at_once_is_not_asked_again() -> None:
    async def check() -> int:
        wire = make_wire()
        async with scripted(lambda asked: b"") as device:
            with pytest.raises(DeviceFault) as caught:
                await post(wire, device.address)
            assert caught.value.trouble is Trouble.UNREACHABLE
            return len(device.asked)

    assert run(check()) == 1


async def _drip(asked: Asked) -> bytes:
    await asyncio.sleep(60)
    return b""


def test_a_closed_wire_opens_nothing() -> None:
    async def check() -> int:
        wire = make_wire()
        async with scripted(lambda asked: http("x")) as device:
            await post(wire, device.address)
            wire.close()
            with pytest.raises(DeviceFault) as caught:
                await post(wire, device.address)
            assert caught.value.trouble is Trouble.UNREACHABLE
            return len(device.asked)

    assert run(check()) == 1


def test_silence_has_an_end() -> None:
    assert run(trouble_of(_drip, QUICK)) is Trouble.TIMEOUT


def test_a_slow_drip_has_an_end() -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                writer.write(b"H" if not drops else b"T")
                drops.append(1)
                await writer.drain()
                await asyncio.sleep(0.02)
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def slow_head(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nX: ")
        await drip(reader, writer)

    async def check() -> Trouble:
        server = await asyncio.start_server(slow_head, "127.0.0.1", 0)
        async with server:
            with pytest.raises(DeviceFault) as caught:
                await post(make_wire(QUICK), f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
            return caught.value.trouble

    drops: list[int] = []
    assert run(check()) is Trouble.TIMEOUT
    assert len(drops) > 2


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n", Trouble.TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 5_000_000, Trouble.TOO_LARGE),
        (b"220 ftp ready\r\n", Trouble.NOT_ONVIF),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\nhalf", Trouble.MALFORMED),
    ],
    ids=["announced", "endless", "ftp", "broken off"],
)
def test_what_is_no_reply_has_a_name(answer: bytes, trouble: Trouble) -> None:
    assert run(trouble_of(lambda asked: answer)) is trouble


@pytest.mark.parametrize(
    "url", ["rtsp://127.0.0.1/", "http://", "http://[::1", "http://127.0.0.1:99999/", "", "http://a" + "." * 300 + "/"]
)
def test_what_is_no_address_is_not_reached(url: str) -> None:
    with pytest.raises(DeviceFault) as caught:
        run(post(make_wire(), url))
    assert caught.value.trouble is Trouble.UNREACHABLE


def test_a_port_where_nobody_listens_is_not_reached() -> None:
    async def check() -> Trouble:
        async with scripted(lambda asked: b"") as device:
            address = device.address
        with pytest.raises(DeviceFault) as caught:
            await post(make_wire(), address)
        return caught.value.trouble

    assert run(check()) is Trouble.UNREACHABLE


def test_a_device_is_given_few_connections() -> None:
    async def check() -> int:
        budget = ConnectionBudget(2)
        gate, two_came = asyncio.Event(), asyncio.Event()

        async def answer(asked: Asked) -> bytes:
            if len(device.asked) == 2:
                two_came.set()
            await gate.wait()
            return http("x")

        async def one(url: str) -> None:
            wire = make_wire(budget=budget)
            await post(wire, url)
            wire.close()

        async with scripted(answer) as device:
            work = [asyncio.create_task(one(device.address)) for _ in range(6)]
            await two_came.wait()
            await asyncio.sleep(0.1)  # Time enough for a third, if one were to come.
            assert len(device.asked) == 2
            gate.set()
            await asyncio.gather(*work)
            assert len(device.asked) == 6
            assert not budget.devices
            return device.most_open

    assert run(check()) <= 2


def test_who_gives_up_waiting_leaves_no_trace() -> None:
    async def check() -> None:
        budget = ConnectionBudget(1)
        async with budget.slot("a", 80):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(budget.slot("a", 80).take(), 0.05)
            async with budget.slot("a", 81):
                assert budget.devices == 2
        assert not budget.devices

    run(check())


def server_context(folder: Path, name: str) -> ssl.SSLContext:
    """A certificate that the device signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(now)
    certificate = made.not_valid_after(now + datetime.timedelta(days=36500)).sign(key, hashes.SHA256())
    file = folder / f"{name}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def test_a_certificate_is_pinned_on_first_use(tmp_path: Path) -> None:
    async def check() -> None:
        one, another = server_context(tmp_path, "one"), server_context(tmp_path, "another")
        async with scripted(lambda asked: http("x"), one) as device:
            first = make_wire()
            assert (await post(first, device.address)).body == b"x"
            pinned = first.certificate_sha256
            assert len(pinned) == 64
            first.close()
            again = make_wire(pinned=pinned)
            assert (await post(again, device.address)).status == 200
            again.close()
        async with scripted(lambda asked: http("x"), another) as impostor:
            with pytest.raises(DeviceFault) as caught:
                await post(make_wire(pinned=pinned), impostor.address)
            assert caught.value.trouble is Trouble.CERTIFICATE
            assert not impostor.asked

    run(check())


def test_plain_text_where_tls_was_meant_is_not_reached() -> None:
    async def check() -> Trouble:
        async with scripted(lambda asked: http("x")) as device:
            with pytest.raises(DeviceFault) as caught:
                await post(make_wire(Times(connect_s=0.5)), device.address.replace("http:", "https:"))
            return caught.value.trouble

    assert run(check()) is Trouble.UNREACHABLE


def test_addresses_are_taken_apart() -> None:
    assert origin_of("HTTPS://[::1]/x").port == 443
    assert origin_of("http://Camera:8080").host == "camera"
    assert target_of("http://a") == "/"
    assert target_of("http://a/đường?x=1") == "/%C4%91%C6%B0%E1%BB%9Dng?x=1"
    assert "yes" not in repr(Request("http://a/", "Authorization: yes\r\n", b"yes"))


def test_a_connection_can_be_had_before_it_is_needed() -> None:
    async def check() -> None:
        wire = make_wire()
        async with scripted(lambda asked: http(asked.call)) as device:
            assert not wire.is_open_to(device.address)
            await wire.open(device.address)
            await wire.open(device.address)
            assert wire.is_open_to(device.address)
            await post(wire, device.address)
            assert device.connections == 1
            wire.close()
            assert not wire.is_open_to(device.address)
            with pytest.raises(DeviceFault):
                await wire.open(device.address)

    run(check())


def test_what_may_not_be_sent_any_more_is_not_sent_and_costs_no_connection() -> None:
    async def check() -> None:
        wire = make_wire()
        async with scripted(lambda asked: http(asked.call)) as device:
            wire.may_send = lambda: False
            with pytest.raises(Overtaken):
                await post(wire, device.address)
            assert wire.is_open_to(device.address) and not device.asked
            wire.may_send = lambda: True
            await post(wire, device.address)
            assert device.connections == 1
        wire.close()

    run(check())


def test_what_has_come_when_the_time_runs_out_counts_also_on_a_machine_that_is_late_itself() -> None:
    """The answer and the end of the time are noticed in the same moment: both were long ago."""

    async def late(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"Ping>")
        writer.write(http("whole"))
        time.sleep(QUICK.call_s * 2)  # noqa: ASYNC251 - that is what is late
        writer.close()

    async def check() -> bytes:
        wire = make_wire(QUICK)
        server = await asyncio.start_server(late, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server:
            reply = await post(wire, f"http://127.0.0.1:{port}/")
        wire.close()
        return reply.body

    assert run(check()) == b"whole"


def test_who_is_told_to_wait_may_take_that_much_longer() -> None:
    async def check() -> bytes:
        wire = make_wire(QUICK)

        async def slowly(asked: Asked) -> bytes:
            await asyncio.sleep(0.6)
            return http("at last")

        async with scripted(slowly) as device:
            reply = await wire.ask(Request(device.address, "", b"<Body><Ping>", waits_s=5.0))
            wire.close()
            return reply.body

    assert run(check()) == b"at last"


def test_what_is_handed_out_but_once_is_not_asked_for_twice() -> None:
    """Where the kept connection ends under such a question, it may have been heard; another one is asked anew."""
    says = [http("first"), b"", http("second"), b"", http("third")]

    async def check() -> list[bytes]:
        wire = make_wire()
        async with scripted(lambda _: says.pop(0)) as device:
            got = [(await post(wire, device.address)).body]
            with pytest.raises(Unanswered):
                await wire.ask(Request(device.address, "", b"<Body><Ping>", waits_s=0.0))
            got += [(await post(wire, device.address)).body for _ in range(2)]
            wire.close()
            return got

    assert run(check()) == [b"first", b"second", b"third"]


def test_a_device_that_is_not_reached_was_not_asked() -> None:
    async def check() -> DeviceFault:
        wire = make_wire()
        async with scripted(lambda _: http("")) as device:
            address = device.address
        with pytest.raises(DeviceFault) as raised:
            await post(wire, address)
        return raised.value

    assert not isinstance(run(check()), Unanswered)
