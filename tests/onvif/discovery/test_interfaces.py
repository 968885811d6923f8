"""The interfaces of this machine, whatever they are, and the loopback interface among them."""

from __future__ import annotations

from wall.onvif.discovery.interfaces import up_interfaces


def test_loopback_is_asked_too_and_ipv4_first() -> None:
    found = up_interfaces()
    assert "127.0.0.1" in [each.address for each in found]
    assert [each.is_ipv6 for each in found] == sorted(each.is_ipv6 for each in found)
    assert all(each.index > 0 for each in found)
