"""Logins come back to whoever has the passphrase, and to nobody and nowhere else."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.backends.SecretService import Keyring as DesktopKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from wall.model.errors import StoreError
from wall.model.stream import Credentials
from wall.model.tile import Cause
from wall.store import seal
from wall.store.file_secrets import FileSecrets
from wall.store.keyring_secrets import KeyringSecrets, is_real, usable_ring
from wall.store.secrets import FILE_NAME, VARIABLE, MemorySecrets, SecretStore, no_passphrase, open_secrets

ADMIN = Credentials("admin", "s3cret")
OTHER = Credentials("Công an", "mật khẩu \ud800 \x00 '\"")
NOBODY: dict[str, str] = {}


class Ring(KeyringBackend):
    """A key ring in memory. Locked, it refuses everything, with all it was given in the error."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse(username)
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse(password)
        password.encode("ascii")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse(username)
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]

    def _refuse(self, what: str) -> None:
        if self.is_locked:
            raise KeyringLocked(what)


@pytest.fixture(autouse=True)
def cheap_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """The strength of the key costs a quarter of a second by intention; one test pays for it."""
    monkeypatch.setattr(seal, "_COST", 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


def kinds(path: Path) -> list[SecretStore]:
    return [FileSecrets(path, "cụm mật khẩu"), KeyringSecrets(Ring()), MemorySecrets()]


def test_a_login_is_kept_replaced_and_forgotten(path: Path) -> None:
    for secrets in kinds(path):
        assert secrets.names() == () and secrets.get("đội 1") is None
        secrets.put("đội 1", ADMIN)
        secrets.put("names of all logins", OTHER)
        secrets.put("", ADMIN)
        assert secrets.get("đội 1") == ADMIN and secrets.get("names of all logins") == OTHER
        assert secrets.names() == ("", "names of all logins", "đội 1")
        secrets.put("đội 1", OTHER)
        assert secrets.get("đội 1") == OTHER
        secrets.forget("đội 1")
        secrets.forget("never there")
        assert secrets.names() == ("", "names of all logins") and secrets.get("đội 1") is None


def test_a_file_opens_again_under_its_passphrase_only(path: Path) -> None:
    FileSecrets(path, "right").put("a", ADMIN)
    before = path.read_bytes()
    assert FileSecrets(path, "right").get("a") == ADMIN
    with pytest.raises(StoreError, match="another passphrase") as caught:
        FileSecrets(path, "wrong")
    assert caught.value.cause is Cause.LOGINS
    assert path.read_bytes() == before
    with pytest.raises(StoreError, match="empty passphrase"):
        FileSecrets(path, "")


def test_the_file_is_for_its_owner_only_and_tells_nothing(path: Path) -> None:
    secrets = FileSecrets(path, "right")
    path.chmod(0o644)
    path.with_name(f"{path.name}.part").write_text("left behind by a program that was killed")
    secrets.put("đội 1", ADMIN)
    assert path.stat().st_mode & 0o777 == 0o600
    assert not any(word in path.read_bytes() for word in (b"s3cret", b"admin", "đội".encode(), b"right"))
    assert {each.name for each in path.parent.iterdir()} == {FILE_NAME, f"{FILE_NAME}.lock"}


def test_the_key_is_as_strong_as_it_says(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    FileSecrets(path, "right").put("a", ADMIN)
    assert FileSecrets(path, "right").get("a") == ADMIN
    assert (seal._COST, seal._BLOCK, seal._PARALLEL) == (2**15, 8, 3)


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_that_was_changed_anywhere_is_told_and_left_alone(path: Path, data: st.DataObject) -> None:
    path.unlink(missing_ok=True)
    FileSecrets(path, "right").put("a", ADMIN)
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = data.draw(
        st.sampled_from([whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :], whole * 2])
    )
    path.write_bytes(changed)
    try:
        opened = FileSecrets(path, "right")
    except StoreError as error:
        assert error.cause is Cause.LOGINS and str(path) in str(error)
        assert error.__suppress_context__
    else:
        assert opened.get("a") == ADMIN, "white space is no part of what is sealed"
    assert path.read_bytes() == changed


def test_a_file_that_is_changed_while_it_is_open_is_not_overwritten(path: Path) -> None:
    secrets = FileSecrets(path, "right")
    secrets.put("a", ADMIN)
    path.write_bytes(b"{}")
    with pytest.raises(StoreError, match="it was left as it is"):
        secrets.put("b", OTHER)
    assert path.read_bytes() == b"{}"


def test_two_programs_do_not_undo_each_other(path: Path) -> None:
    one, other = FileSecrets(path, "right"), FileSecrets(path, "right")
    one.put("a", ADMIN)
    other.put("b", OTHER)
    one.forget("c")
    assert one.names() == other.names() == ("a", "b") and one.get("b") == OTHER


def test_a_killed_program_leaves_the_old_file_or_the_new(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from wall.store import seal; seal._COST = 2\n"
        "from wall.store.file_secrets import FileSecrets; from wall.model.stream import Credentials\n"
        "secrets = FileSecrets(Path(sys.argv[1]), 'right'); print('saving', flush=True); n = 0\n"
        "while True:\n n += 1; secrets.put('a', Credentials('admin', str(n) * 2000))\n"
    )
    for n in range(4):
        with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as other:
            assert other.stdout is not None and other.stdout.readline() == b"saving\n"
            time.sleep(n * 0.01)
            other.kill()
        login = FileSecrets(path, "right").get("a")
        assert login is None or login.password == login.password[: len(login.password) // 2000] * 2000


def test_a_full_disk_is_told_and_the_old_logins_stay(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = FileSecrets(path, "right")
    secrets.put("a", ADMIN)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="make room") as caught:
        secrets.put("b", OTHER)
    assert caught.value.cause is Cause.DISK_FULL
    monkeypatch.undo()
    monkeypatch.setattr(seal, "_COST", 2)
    assert secrets.names() == FileSecrets(path, "right").names() == ("a",)


@pytest.mark.parametrize("ring", [FailKeyring, NullKeyring, Ring])
def test_only_a_real_key_ring_is_used(ring: type[KeyringBackend], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.get_keyring", ring)
    assert usable_ring() is None


def test_a_real_key_ring_that_does_not_answer_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no desktop here: the real one raises what it raises where there is none."""
    ring = object.__new__(DesktopKeyring)
    assert is_real(ring)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr("keyring.get_keyring", lambda: ring)
    assert usable_ring() is None


def test_a_locked_ring_and_rubbish_in_it_are_told_without_a_secret() -> None:
    ring = Ring()
    secrets = KeyringSecrets(ring)
    secrets.put("a", ADMIN)
    ring.kept["citywall", "login a"] = '{"s3cret": '
    ring.is_locked = True
    for act in (lambda: secrets.put("b", ADMIN), lambda: secrets.forget("a"), secrets.names, lambda: secrets.get("a")):
        _told(act, "does not answer")
    ring.is_locked = False
    _told(lambda: secrets.get("a"), "something else")


def _told(act: Callable[[], object], said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        act()
    assert caught.value.cause is Cause.LOGINS
    assert "s3cret" not in "".join(traceback.format_exception(caught.value)).split("test_secrets.py")[-1]


def test_the_place_is_chosen(tmp_path: Path) -> None:
    def never(is_new: bool) -> str | None:
        raise AssertionError("nobody is asked")

    ring = Ring()
    assert isinstance(open_secrets(tmp_path, never, NOBODY, lambda: ring), KeyringSecrets)
    memory = open_secrets(tmp_path, lambda is_new: None, NOBODY, lambda: None)
    assert isinstance(memory, MemorySecrets) and not memory.is_lasting and "forgotten" in memory.place
    assert not list(tmp_path.iterdir()), "who declines leaves nothing behind"
    asked: list[bool] = []

    def answer(is_new: bool) -> str | None:
        asked.append(is_new)
        return "right"

    made = open_secrets(tmp_path, answer, NOBODY, lambda: None)
    made.put("a", ADMIN)
    assert asked == [True] and made.is_lasting and FILE_NAME in made.place
    assert open_secrets(tmp_path, never, {VARIABLE: "right"}, lambda: None).get("a") == ADMIN
    assert open_secrets(tmp_path, answer, NOBODY, lambda: ring).get("a") == ADMIN
    assert asked == [True, False], "a file that is there is asked for, before any key ring"
    with pytest.raises(StoreError, match="another passphrase"):
        open_secrets(tmp_path, never, {VARIABLE: "wrong"}, lambda: None)
    assert isinstance(open_secrets(tmp_path, lambda is_new: None, NOBODY, lambda: ring), MemorySecrets)


def test_a_program_that_can_ask_nobody_says_what_to_do(tmp_path: Path) -> None:
    assert isinstance(open_secrets(tmp_path, no_passphrase, NOBODY, lambda: None), MemorySecrets)
    FileSecrets(tmp_path / FILE_NAME, "right")
    with pytest.raises(StoreError, match=VARIABLE):
        open_secrets(tmp_path, no_passphrase, NOBODY, lambda: None)


# Neither a part of a message nor of a path.
SECRETS = st.text(min_size=4, max_size=30).map(lambda text: f"§{text}§")


@given(username=SECRETS, password=SECRETS, passphrase=SECRETS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_secret_is_shown_logged_or_written(
    path: Path, caplog: pytest.LogCaptureFixture, username: str, password: str, passphrase: str
) -> None:
    path.unlink(missing_ok=True)
    caplog.set_level(logging.DEBUG)
    secrets = FileSecrets(path, passphrase)
    secrets.put("a", Credentials(username, password))
    assert FileSecrets(path, passphrase).get("a") == Credentials(username, password)
    shown = [repr(secrets), repr(vars(secrets)["_key"]), secrets.place, caplog.text, path.read_text()]
    with pytest.raises(StoreError) as caught:
        FileSecrets(path, passphrase + "!")
    shown.append("".join(traceback.format_exception(caught.value)))
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(StoreError) as caught:
        secrets.put("b", Credentials(username, password))
    shown.append("".join(traceback.format_exception(caught.value)))
    memory = MemorySecrets()
    memory.put("a", Credentials(username, password))
    shown += [repr(memory), repr(KeyringSecrets(Ring()))]
    for secret in (password, passphrase, json.dumps(password)[1:-1]):
        assert not any(secret in text for text in shown)
