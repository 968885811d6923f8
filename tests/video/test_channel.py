"""Messages and descriptors between two ends, and ends that go away or talk nonsense."""

import os
import socket
from collections.abc import Iterator

import pytest

from tests.support.resources import open_files
from wall.video.channel import Channel, ChannelClosed

Ends = tuple[Channel, Channel]


@pytest.fixture
def ends() -> Iterator[Ends]:
    ours, theirs = Channel.pair()
    other = Channel(theirs)
    yield ours, other
    ours.close()
    other.close()


@pytest.fixture
def raw() -> Iterator[tuple[Channel, socket.socket]]:
    """A channel, and the bare socket at its other end."""
    channel, theirs = Channel.pair()
    yield channel, theirs
    channel.close()
    theirs.close()


def test_messages_arrive_whole_and_in_order(ends: Ends) -> None:
    ours, theirs = ends
    for number in range(20):
        ours.send({"tile": number, "name": "Cổng chính " * number})
    arrived = [theirs.receive() for _ in range(20)]
    assert [each and each[0]["tile"] for each in arrived] == list(range(20))
    assert theirs.receive() is None


def test_a_descriptor_travels(ends: Ends) -> None:
    ours, theirs = ends
    reading, writing = os.pipe()
    ours.send({"do": "write"}, (writing,))
    os.close(writing)
    received = theirs.receive()
    assert received is not None
    (message, (descriptor,)) = received
    assert message == {"do": "write"}
    assert not os.get_inheritable(descriptor)
    os.write(descriptor, b"through")
    os.close(descriptor)
    assert os.read(reading, 100) == b"through"
    assert os.read(reading, 100) == b"", "somebody still holds the writing end"
    os.close(reading)


def test_a_closed_end_is_noticed_by_both_reading_and_writing(ends: Ends) -> None:
    ours, theirs = ends
    theirs.close()
    with pytest.raises(ChannelClosed):
        ours.receive()
    with pytest.raises(ChannelClosed):
        ours.send({"tile": 1})


def test_what_was_sent_before_the_end_is_still_read(ends: Ends) -> None:
    ours, theirs = ends
    ours.send({"tile": 1})
    ours.close()
    assert theirs.receive() == ({"tile": 1}, [])
    with pytest.raises(ChannelClosed):
        theirs.receive()


def test_our_own_closed_end(ends: Ends) -> None:
    ours, _ = ends
    ours.close()
    ours.close()
    with pytest.raises(ChannelClosed):
        ours.send({"tile": 1})


def test_nobody_reads(ends: Ends) -> None:
    """Our end never blocks: a process that reads nothing for long counts as gone."""
    ours, _ = ends
    with pytest.raises(ChannelClosed):
        for _ in range(10_000):
            ours.send({"name": "x" * 1000})


@pytest.mark.parametrize("garbage", [b"\xff\xfe", b"no json", b"[1, 2]", b'"tile"', b"{", b"x" * 70_000])
def test_garbage_ends_the_channel_and_its_descriptors_are_closed(
    raw: tuple[Channel, socket.socket], garbage: bytes
) -> None:
    channel, theirs = raw
    before = open_files()
    reading, writing = os.pipe()
    socket.send_fds(theirs, [garbage], [reading, writing])
    os.close(reading)
    os.close(writing)
    with pytest.raises(ChannelClosed):
        channel.receive()
    assert open_files() <= before


def test_a_message_too_long_for_the_other_side_is_not_sent(ends: Ends) -> None:
    """It would arrive cut off."""
    ours, theirs = ends
    with pytest.raises(ValueError, match="too long"):
        ours.send({"url": "x" * 70_000})
    ours.send({"tile": 1})
    assert theirs.receive() == ({"tile": 1}, [])


def test_more_descriptors_than_allowed_are_not_kept(raw: tuple[Channel, socket.socket]) -> None:
    channel, theirs = raw
    before = open_files()
    socket.send_fds(theirs, [b"{}"], [theirs.fileno()] * 9)
    received = channel.receive()
    assert received is not None and len(received[1]) <= 8
    for descriptor in received[1]:
        os.close(descriptor)
    assert open_files() <= before
