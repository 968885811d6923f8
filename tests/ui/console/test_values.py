"""What the console works out without any widget."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from tests.ui.console.fake_city import device, inventory_of
from wall.model.device import FoundDevice, Login, Problem, Step, Trouble
from wall.model.health import Health, Verdict
from wall.model.inventory import Inventory, Site
from wall.model.seen_stream import SeenStream
from wall.ui import figures, words
from wall.ui.console.camera_edit import edited
from wall.ui.console.camera_facts import facts_of, without_login
from wall.ui.console.city import City, is_lost
from wall.ui.console.facts import Finding
from wall.ui.console.found_table import found_columns, host_of
from wall.ui.console.health_table import clock_groups
from wall.ui.console.loss_history import LossHistory
from wall.ui.console.sentences import in_words
from wall.ui.console.tree_model import camera_label, short_label
from wall.ui.console.undo_words import undo_words

pytestmark = pytest.mark.usefixtures("qapp")


def city(cameras: int = 12) -> City:
    return City(inventory_of(cameras))


def test_cameras_without_site_or_ward_are_not_lost_from_the_tree() -> None:
    inventory = inventory_of(6)
    stray = replace(inventory.cameras[0], site_id=None)
    gone = replace(inventory.cameras[1], site_id=999)
    whole = Inventory(inventory.sites, inventory.devices, (stray, gone, *inventory.cameras[2:]))
    branches = City(whole).branches()
    assert sum(branch.cameras for branch in branches) == 6
    assert branches[-1].ward == "" and branches[-1].sites[-1].site is None


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("number", "77", "number", 77),
        ("number", "", "number", None),
        ("number", "1", "number", 1),
        ("name", "Cổng Đông", "name", "Cổng Đông"),
        ("nickname", "", "nickname", ""),
        ("tags", " giao thông; chợ, chợ ,", "tags", ("giao thông", "chợ")),
        ("priority", "9", "priority", 9),
        ("site", "chợ nhớn · tiền ninh vệ", "site_id", 2),
        ("site", "Chợ Nhớn", "site_id", 2),
        ("site", "", "site_id", None),
    ],
)
def test_what_is_typed_changes_one_field(column: str, text: str, field: str, value: object) -> None:
    here = city()
    camera = here.cameras[1]
    changed = edited(here, camera, column, text)
    assert getattr(changed, field) == value
    assert replace(changed, **{field: getattr(camera, field)}) == camera


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        ("number", "2", "Number 2 belongs to “Ngã Sáu – hướng Tây” already"),
        ("number", "mười", "mười is no camera number"),
        ("number", "0", "0 is no camera number"),
        ("name", "", "must have a name"),
        ("priority", "cao", "cao is no priority"),
        ("site", "Nơi lạ", "no site “Nơi lạ”"),
    ],
)
def test_what_cannot_be_is_refused_in_words(column: str, text: str, why: str) -> None:
    here = city()
    with pytest.raises(ValueError, match=why):
        edited(here, here.cameras[1], column, text)


def test_two_sites_of_one_name_are_told_apart_by_ward() -> None:
    inventory = inventory_of(4)
    sites = (Site("Chợ", "Vệ An", site_id=1), Site("Chợ", "Đáp Cầu", site_id=2))
    here = City(replace(inventory, sites=sites))
    camera = here.cameras[1]
    assert edited(here, camera, "site", "Chợ · Đáp Cầu").site_id == 2
    with pytest.raises(ValueError, match="several sites"):
        edited(here, camera, "site", "Chợ")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, "–"),
        (0.0, "0.0 s"),
        (0.04, "0.0 s"),
        (2.44, "+2.4 s"),
        (-3.1, "−3.1 s"),
        (-19_980, "−5 h 33"),
        (-1.79e9, "−57 years"),
    ],
)
def test_clock_offsets(seconds: float | None, text: str) -> None:
    assert figures.clock_offset(seconds) == text


def test_figures_are_short() -> None:
    assert figures.bitrate(512) == "512 kbit/s"
    assert figures.bitrate(4096) == "4.1 Mbit/s"
    assert figures.milliseconds(None) == "–"
    assert figures.ago(100, 130) == "30 s"


def test_problems_are_said_once_each_and_with_detail_below() -> None:
    twice = (Problem(Step.PROFILES, Trouble.DUPLICATE, "P1"), Problem(Step.PRESETS, Trouble.DUPLICATE))
    assert figures.problems_line(twice) == "The same token twice"
    assert figures.problems_with_detail(twice) == "Profiles: the same token twice – P1\nPresets: the same token twice"


def test_clocks_are_grouped_by_how_far_they_are_off() -> None:
    offsets = (0.05, -0.09, 0.5, -4.0, 30.0, 1800.0, -90_000.0, None)
    health = [Health(Verdict.WELL, clock_offset_s=offset) for offset in offsets]
    assert clock_groups(health) == [2, 1, 1, 1, 1, 1]


def test_ill_cameras_show_nothing_either() -> None:
    health = {1: Health(Verdict.LOST), 2: Health(Verdict.ILL), 3: Health(Verdict.ATTENTION), 4: Health(Verdict.UNKNOWN)}
    assert [is_lost(health.get(camera)) for camera in range(1, 6)] == [True, True, False, False, False]


def test_the_last_hour_of_losses() -> None:
    history = LossHistory()
    assert history.note(0, 3)
    assert not history.note(1, 3), "nothing new within ten seconds"
    assert history.note(2, 4)
    assert history.note(12, 4)
    assert history.steps(72) == ([-1.2, -70 / 60, -1.0], [3, 4, 4])
    history.note(3605, 0)
    assert history.steps(3605)[1] == [4, 0], "what is older than an hour is forgotten"


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("1 camera changed", "1 cameras changed"),
        ("640 devices added", "640 devices added"),
        ("1 site placed", "1 sites placed"),
        ("3 devices placed", "3 devices placed"),
        ("Cổng chợ added", "Cổng chợ added"),
        ("import of x.csv", "import of x.csv"),
        ("", ""),
    ],
)
def test_undo_words(why: str, text: str) -> None:
    assert undo_words(why) == text


def test_undo_is_said_in_vietnamese(vietnamese: None) -> None:
    assert undo_words("12 cameras changed") == "sửa 12 camera"
    assert undo_words("Cổng chợ added") == "thêm “Cổng chợ”"
    assert undo_words("3 cameras placed") == "đặt vị trí 3 camera"


def test_what_is_said_of_a_table_is_said_in_vietnamese(vietnamese: None) -> None:
    assert in_words("the latitude must be between -90 and 90, not 200") == "vĩ độ phải từ -90 đến 90, không phải 200"
    assert in_words("the number 12 stands in line 7 already") == "số 12 đã có ở dòng 7"
    assert (
        in_words("line 3 says something else of the former wards of Ngã Sáu")
        == "dòng 3 ghi khác về phường cũ của Ngã Sáu"
    )
    assert in_words("a{0}b (c) is too long") == "a{0}b (c) quá dài", "what stands in it is text, whatever it looks like"
    assert in_words("something new went wrong") == "something new went wrong"
    assert undo_words("import of x.csv") == "nhập x.csv"


def test_what_is_wrong_is_said_in_vietnamese(vietnamese: None) -> None:
    assert QCoreApplication.translate("Verdict", "lost") == "mất"
    lost = Health(Verdict.LOST, Trouble.TIMEOUT)
    assert words.health_word(lost) == "không trả lời kịp"
    assert words.health_sentence(lost) == "mất – không trả lời kịp"
    assert words.health_word(Health(Verdict.ATTENTION, Trouble.CLOCK)) == "đồng hồ lệch"
    assert words.health_sentence(None) == "chưa rõ"
    assert words.problem_sentence(Problem(Step.CLOCK, Trouble.MALFORMED)) == "Đồng hồ: câu trả lời không hiểu được"
    assert figures.clock_offset(-19_980) == "−5 giờ 33"


def test_labels() -> None:
    camera = city().cameras[2]
    assert camera_label(camera) == "2  Ngã Sáu – hướng Tây"
    assert short_label(camera, "Ngã Sáu") == "2  hướng Tây"
    assert short_label(camera, "Chợ Nhớn") == camera_label(camera)
    assert short_label(replace(camera, name="Ngã Sáu"), "Ngã Sáu") == "2  Ngã Sáu"


def test_facts_never_show_a_login() -> None:
    inventory = inventory_of(4)
    camera = replace(inventory.cameras[0], snapshot_url="http://quan-tri:rat-bi-mat@10.0.0.1/snap.jpg")
    here = City(replace(inventory, cameras=(camera,)))
    told = facts_of(here, camera, None, 0.0, lambda _: SeenStream())
    assert "rat-bi-mat" not in repr(told)
    assert "http://10.0.0.1/snap.jpg" in [fact.value for fact in told]
    assert without_login("rtsp://a:b@[::1]:554/x") == "rtsp://[::1]:554/x"


def test_addresses_are_sorted_as_numbers() -> None:
    column = next(column for column in found_columns() if column.name == "address")
    assert column.order is not None
    hosts = ("10.0.0.10", "10.0.0.9", "10.0.0.9:8080", "camera.local", "[fe80::1]")
    rows = [Finding(host, FoundDevice("", (f"http://{host}/onvif/device_service",))) for host in hosts]
    assert [host_of(row) for row in sorted(rows, key=column.order)] == [
        "10.0.0.9",
        "10.0.0.9:8080",
        "10.0.0.10",
        "[fe80::1]",
        "camera.local",
    ]


def test_a_found_row_says_what_is_known() -> None:
    columns = {column.name: column.text for column in found_columns()}
    bare = Finding("k", FoundDevice("k", ("http://10.0.0.1/",), hardware="P3265"))
    assert [columns[name](bare) for name in ("address", "model", "cameras", "clock", "problems")] == [
        "10.0.0.1",
        "P3265",
        "–",
        "–",
        "not asked yet",
    ]
    refused = device(3, "x", faulty=True)
    assert refused.login is Login.REFUSED
    assert columns["login"](Finding("k", None, refused)) == "refused"
    assert columns["problems"](Finding("k", None, refused)) == "Login refused"
