"""Which login belongs where: as given, as kept, and what of it survives a restart."""

from __future__ import annotations

from wall.model.device import Device, Login
from wall.model.inventory import DeviceRecord, Inventory
from wall.services.assignments import Assignments, Recalled


def kept(*told: tuple[int, str, Login]) -> Assignments:
    assignments = Assignments()
    records = (DeviceRecord(Device(f"http://10.0.0.{n}/x", login=login), name, device_id=n) for n, name, login in told)
    assignments.follow(Inventory((), tuple(records)))
    return assignments


def place(number: int) -> str:
    return f"10.0.0.{number}:80"


def test_what_was_given_counts_before_what_was_kept() -> None:
    assignments = kept((1, "city", Login.PROVEN))
    assert assignments.of(place(1)) == "city" and assignments.of(place(2)) == ""
    assignments.give([place(1), place(2)], "new")
    assert assignments.of(place(1)) == assignments.of(place(2)) == "new"


def test_released_it_is_tried_last_where_it_was_refused_and_not_where_it_is_proven() -> None:
    assignments = kept((1, "city", Login.REFUSED), (2, "city", Login.WITHHELD), (3, "city", Login.PROVEN))
    assignments.give([place(4), place(5)], "city")
    assignments.note(place(5), Login.REFUSED)
    assert assignments.to_be_tried("city") == [place(4), place(2), place(1), place(5)]
    assert assignments.to_be_tried("other") == []


def test_in_use_is_what_devices_elsewhere_have_accepted() -> None:
    assignments = kept((1, "city", Login.PROVEN), (2, "wrong", Login.REFUSED), (3, "", Login.PROVEN))
    assert assignments.in_use(but=[]) == {"city"}
    assert assignments.in_use(but=[place(1)]) == set()


def test_after_a_restart_a_login_is_held_that_none_accepted_or_that_was_withheld() -> None:
    refused = {place(1): "http://10.0.0.1/x"}
    assert kept((1, "city", Login.REFUSED)).recalled() == {"city": Recalled(refused, True)}
    one_of_many = kept((1, "city", Login.REFUSED), (2, "city", Login.PROVEN))
    assert one_of_many.recalled() == {"city": Recalled(refused, False)}
    held = kept((1, "city", Login.REFUSED), (2, "city", Login.PROVEN), (3, "city", Login.WITHHELD))
    assert held.recalled() == {"city": Recalled(refused, True)}
    assert kept((1, "city", Login.PROVEN), (2, "", Login.REFUSED)).recalled() == {"city": Recalled({}, False)}
