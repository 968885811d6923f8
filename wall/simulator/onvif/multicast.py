"""The UDP sockets on which WS-Discovery is heard: one for the multicast group, one for our own address.

They are two so that nothing from another network is heard: a socket bound to the group's address gets
only what was sent to the group, and only over the interfaces it joined.
"""

from __future__ import annotations

import socket
from contextlib import suppress

GROUP = "239.255.255.250"
PORT = 3702
ANY = "0.0.0.0"
_LOOPBACK = "127.0.0.1"
# Linux delivers every group that anybody on the machine joined, unless told not to. Python does not name it.
_IP_MULTICAST_ALL = 49


def is_taken(host: str, port: int) -> bool:
    """Whether another program holds that UDP port, be it willing to share or not."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as trial:
        try:
            trial.bind((host, port))
        except OSError:
            return True
    return False


def unicast_socket(host: str, port: int) -> socket.socket:
    """Hears what is sent to `host`. OSError where the port is taken by a program that does not share it."""
    sock = _udp_socket()
    try:
        # Discovery clients bind this port too and share it. Linux gives a datagram to the most exact address.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((host, port))
    except OSError:
        sock.close()
        raise
    return sock


def multicast_socket(host: str, port: int) -> socket.socket:
    """Hears what is sent to the group over the interface of `host`, or over all and loopback for 0.0.0.0.

    OSError where the port is taken or no interface can be joined.
    """
    sock = _udp_socket()
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((GROUP, port))
        _join(sock, [ANY, _LOOPBACK] if host == ANY else [host])
    except OSError:
        sock.close()
        raise
    return sock


def address_towards(peer: str) -> str:
    """Our own address on the way to a peer."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.connect((peer, PORT))
        address: str = sock.getsockname()[0]
        return address


def _udp_socket() -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.setblocking(False)
    with suppress(OSError):  # not Linux: then a group that others joined may be heard, which does no harm
        sock.setsockopt(socket.IPPROTO_IP, _IP_MULTICAST_ALL, 0)
    return sock


def _join(sock: socket.socket, interfaces: list[str]) -> None:
    """Join the group on each of these; OSError where none of them can."""
    failures: list[OSError] = []
    for interface in interfaces:
        membership = socket.inet_aton(GROUP) + socket.inet_aton(interface)
        try:
            sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)
        except OSError as error:
            failures.append(error)
    if len(failures) == len(interfaces):
        raise failures[0]
