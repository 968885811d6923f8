"""Short talks with a real broker."""

from __future__ import annotations

import gc
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.mosquitto import PROGRAM, Mosquitto, mosquitto
from tests.support.waiting import wait_until
from wall.intake.broker_link import BrokerLink
from wall.model.alarms.broker_settings import BrokerSettings
from wall.model.alarms.push import Answer, SendError, Tried
from wall.model.stream import Credentials

pytestmark = pytest.mark.skipif(not PROGRAM, reason="no mosquitto here: see installer/system-packages-test.txt")


def settings(broker: Mosquitto, *topics: str) -> BrokerSettings:
    return BrokerSettings("127.0.0.1", "wall-1", broker.port, topics or ("citywall/supervisor",))


def failing(link: BrokerLink, *, hears: bool = False) -> Tried:
    with pytest.raises(SendError) as error:
        link.try_to_hear() if hears else link.send(b"x")
    return error.value.tried


def test_what_is_published_is_heard_by_who_listens(tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker, broker.listener("citywall/#") as heard:
        link = BrokerLink(settings(broker), None, 5.0)
        assert [link.send(each.encode()) for each in ("một", "hai")] == ["citywall/supervisor"] * 2
        wait_until(lambda: heard == [("citywall/supervisor", "một"), ("citywall/supervisor", "hai")])


def test_a_login_is_refused_or_not_and_never_told(tmp_path: Path) -> None:
    subprocess.run(["mosquitto_passwd", "-b", "-c", str(tmp_path / "words"), "wall", "đúng"], check=True)
    (tmp_path / "words").chmod(0o600)
    with mosquitto(tmp_path, f"password_file {tmp_path}/words") as broker:
        assert BrokerLink(settings(broker), Credentials("wall", "đúng"), 5.0).send(b"x")
        refused = failing(BrokerLink(settings(broker), Credentials("wall", "hỏng"), 5.0))
        assert refused.answer is Answer.REFUSED and "hỏng" not in refused.detail


def test_what_it_does_not_let_us_hear_is_named(tmp_path: Path) -> None:
    (tmp_path / "rights").write_text("topic read open/#\n")
    (tmp_path / "rights").chmod(0o600)
    with mosquitto(tmp_path, f"acl_file {tmp_path}/rights") as broker:
        link = BrokerLink(settings(broker, "open/a", "frigate/events"), None, 5.0)
        try:
            told = link.try_to_hear()
        except SendError as error:
            assert error.tried == Tried(Answer.FORBIDDEN, "frigate/events")
        else:
            # An older mosquitto confirms every subscription, and passes nothing on.
            assert told == "open/a, frigate/events"
        assert BrokerLink(settings(broker, "open/a"), None, 5.0).try_to_hear() == "open/a"


# paho leaves the socket of a talk that did not begin to the garbage collector.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <ssl.SSLSocket:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore:unclosed <ssl.SSLSocket:ResourceWarning")
def test_where_there_is_no_broker_or_no_certificate_it_is_said(tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker:
        gone = replace(settings(broker), has_tls=True, ca_file=str(tmp_path / "gone.pem"))
        assert failing(BrokerLink(gone, None, 5.0)).answer is Answer.SETTINGS
        assert failing(BrokerLink(replace(gone, ca_file=""), None, 5.0)).answer is Answer.UNREACHABLE
        broker.stop()
        assert failing(BrokerLink(settings(broker), None, 5.0), hears=True).answer is Answer.UNREACHABLE
    gc.collect()
