"""Logins by name: one name never comes to mean another login while somebody uses it."""

from __future__ import annotations

from wall.model.stream import Credentials
from wall.services.logins import Logins
from wall.store.secrets import MemorySecrets

ONE, OTHER = Credentials("admin", "one"), Credentials("admin", "other")


def test_kept_under_its_name_it_is_at_hand_and_in_the_store() -> None:
    store = MemorySecrets()
    logins = Logins(lambda: store)
    assert logins.keep("admin", ONE, ()) == "admin"
    assert logins.get("admin") == store.get("admin") == ONE
    assert logins.keep("admin", ONE, {"admin"}) == "admin"


def test_another_login_replaces_it_unless_it_is_in_use() -> None:
    store = MemorySecrets()
    logins = Logins(lambda: store)
    logins.keep("admin", ONE, ())
    assert logins.keep("admin", OTHER, {"admin"}) == "admin 2"
    assert logins.get("admin") == ONE and logins.get("admin 2") == OTHER
    assert logins.keep("admin", OTHER, ()) == "admin"
    assert logins.get("admin") == OTHER


def test_what_was_kept_before_a_restart_is_fetched_once() -> None:
    store = MemorySecrets()
    store.put("admin", ONE)
    opened: list[MemorySecrets] = []

    def open_store() -> MemorySecrets:
        opened.append(store)
        return store

    logins = Logins(open_store)
    logins.fetch([""])
    assert opened == [], "a passphrase would be asked for without need"
    logins.fetch(["admin", "gone", ""])
    assert logins.get("admin") == ONE and logins.get("gone") is None and len(opened) == 1


def test_no_login_is_in_its_repr() -> None:
    logins = Logins(MemorySecrets)
    logins.keep_as("admin", Credentials("admin", "s3cret"))
    assert "s3cret" not in repr(logins)
