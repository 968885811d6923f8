"""Sticks that are there and may not be read, out of the kernel's list (as Linux 6.1 writes it)."""

from __future__ import annotations

from pathlib import Path

from wall.sticks.access import locked_in

LISTED = """I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="AT Translated Set 2 keyboard"
P: Phys=isa0060/serio0/input0
S: Sysfs=/devices/platform/i8042/serio0/input/input0
U: Uniq=
H: Handlers=sysrq kbd event0 leds
B: PROP=0

I: Bus=0003 Vendor=046d Product=c215 Version=0110
N: Name="Logitech Logitech Extreme 3D"
P: Phys=usb-0000:00:14.0-2/input0
S: Sysfs=/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/0003:046D:C215.0003/input/input15
U: Uniq=
H: Handlers=event12 js0
B: PROP=0

I: Bus=0003 Vendor=2442 Product=0001 Version=0111
N: Name="VideoTec DCZ"
H: Handlers=js1 event13
B: PROP=0
"""


def test_sticks_that_cannot_be_read_are_named() -> None:
    asked: list[Path] = []

    def is_locked(node: Path) -> bool:
        asked.append(node)
        return node.name == "event13"

    assert locked_in(LISTED, is_locked) == ("VideoTec DCZ",)
    assert asked == [Path("/dev/input/event12"), Path("/dev/input/event13")], "keyboards are none of its business"


def test_a_list_of_nothing_or_of_rubbish_names_nothing() -> None:
    for listed in ("", "N: Name=\nH: Handlers=js0", "\n\n\n", "H: Handlers=js0 event3"):
        assert locked_in(listed, lambda _node: True) == ()
