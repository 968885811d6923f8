"""What an import would change is shown first; what was exported comes back as unchanged; no login is in either."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.store.city import city
from wall.model.device import Device
from wall.model.errors import StoreError
from wall.model.import_plan import FieldChange, ImportPlan
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Position, Site, StreamRecord
from wall.model.stream import Codec, Credentials
from wall.model.tile import Cause
from wall.store.inventory import read_cameras
from wall.store.inventory_store import InventoryStore
from wall.store.secrets import MemorySecrets
from wall.store.sheet.export_row import row_of, site_texts
from wall.store.tables import export, plan

ADMIN = Credentials("admin", "s3cret")
MAIN, SUB = StreamRecord("rtsp://10.0.0.7/main", "m", Codec.H265, 2560), StreamRecord("rtsp://10.0.0.7/sub", "s")
SITES = (
    Site("Ngã Sáu", "Võ Cường", ("Vũ Ninh",), address="1 Lý Thái Tổ", site_id=1),
    Site("Cầu", "Đáp Cầu", site_id=2),
)
CAMERA = CameraRecord(
    "Ngã Sáu – cổng bắc", 7, "cổng bắc", 1, streams=(MAIN, SUB), tags=("ngã tư",), position=Position(21.18, 106.06),
    bearing_deg=45.0, view_deg=90.0, priority=2, notes="ghi chú", camera_id=1,
)  # fmt: skip
SECOND = CameraRecord("Cầu", 12, site_id=2, streams=(StreamRecord("rtsp://10.0.0.12/a"),), camera_id=2)
CITY = Inventory(SITES, (), (CAMERA, SECOND))

Planned = Callable[..., ImportPlan]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cameras.csv"


@pytest.fixture
def planned(file: Path) -> Planned:
    """The plan for a file of these lines."""

    def planned(*lines: str, inventory: Inventory = CITY) -> ImportPlan:
        file.write_text("\n".join(lines), encoding="utf-8")
        return plan(file, inventory)[0]

    return planned


def fields(made: ImportPlan) -> list[tuple[str, str, str]]:
    (change,) = made.changed
    return [(each.field, each.before, each.after) for each in change.fields]


def refused(made: ImportPlan) -> list[tuple[int, str]]:
    return [(each.line, each.reason) for each in made.refused]


def test_a_first_import_adds_all(planned: Planned, file: Path) -> None:
    made = planned(
        "Số;Tên;Biệt danh;Điểm;Phường;Phường cũ;Vĩ độ;Kinh độ;Hướng;Góc nhìn;Ưu tiên;Nhãn;Ghi chú;"
        "Luồng chính;Luồng phụ;STT",
        "7;Ngã Sáu – cổng bắc;cổng bắc;Ngã Sáu;Võ Cường;Vũ Ninh, Tiền An;21,18;106,06;45;90;2;a, b;x;rtsp://h/a;rtsp://h/b;1",
        "8;;;ngã  sáu;võ cường;;;;;;;;;rtsp://h/c;;2",
        ";;;;;;;;;;;;;rtsp://10.0.0.9/d;;3",
        inventory=Inventory(),
    )
    first, second, third = made.added
    assert first == CameraRecord(
        "Ngã Sáu – cổng bắc", 7, "cổng bắc", -1, streams=(StreamRecord("rtsp://h/a"), StreamRecord("rtsp://h/b")),
        tags=("a", "b"), position=Position(21.18, 106.06), bearing_deg=45, view_deg=90, priority=2, notes="x",
    )  # fmt: skip
    assert (second.name, second.number, second.site_id, second.position) == ("8", 8, -1, None)
    assert (third.name, third.number, third.site_id) == ("10.0.0.9", None, None)
    assert made.result.sites == (Site("Ngã Sáu", "Võ Cường", ("Vũ Ninh", "Tiền An"), site_id=-1),)
    assert made.result.cameras == made.added and made.based_on == Inventory()
    assert (made.file, made.ignored_columns, made.unchanged, made.refused) == (file.name, ("STT",), 0, ())


def test_a_plan_is_carried_out_by_saving_its_result(planned: Planned, file: Path, store: InventoryStore) -> None:
    kept = store.save(city(devices=3, cameras=4, sites=2), "a search")
    made = planned("number,name,site,ward,url", "1,mới,Ngã 1,,", "9,A,X,Y,rtsp://h/a", inventory=kept)
    saved = store.save(made.result, "import")
    assert saved.cameras[0].name == "mới" and saved.cameras[-1].site_id == saved.sites[-1].site_id == 3
    again = planned(*file.read_text().splitlines(), inventory=saved)
    assert (again.unchanged, again.changed, again.added) == (2, (), ())


@pytest.mark.parametrize(
    ("heading", "row", "changed"),
    [
        ("name", "Mới", [("name", "Ngã Sáu – cổng bắc", "Mới")]),
        ("nickname", "", [("nickname", "cổng bắc", "")]),
        ("lat,lon", "21.19,106.06", [("lat", "21.18", "21.19")]),
        ("lat,lon", ",", [("lat", "21.18", ""), ("lon", "106.06", "")]),
        ("bearing,view,priority", ",,", [("bearing", "45", ""), ("view", "90", ""), ("priority", "2", "")]),
        ("tags", '"a, b"', [("tags", "ngã tư", "a; b")]),
        ("url", "rtsp://10.0.0.8/x", [("url", "rtsp://10.0.0.7/main", "rtsp://10.0.0.8/x")]),
        ("sub_url", "", [("sub_url", "rtsp://10.0.0.7/sub", "")]),
        ("sub_url", "rtsp://h/x", [("sub_url", "rtsp://10.0.0.7/sub", "rtsp://h/x")]),
        ("site,ward", "Cầu,Đáp Cầu", [("site", "Ngã Sáu", "Cầu"), ("ward", "Võ Cường", "Đáp Cầu"),
                                      ("former_wards", "Vũ Ninh", ""), ("address", "1 Lý Thái Tổ", "")]),
        ("site", "", [("site", "Ngã Sáu", ""), ("ward", "Võ Cường", ""), ("former_wards", "Vũ Ninh", ""),
                      ("address", "1 Lý Thái Tổ", "")]),
        ("site", "Chợ", [("site", "Ngã Sáu", "Chợ"), ("ward", "Võ Cường", ""), ("former_wards", "Vũ Ninh", ""),
                         ("address", "1 Lý Thái Tổ", "")]),
        ("address", "2 Trần Phú", [("address", "1 Lý Thái Tổ", "2 Trần Phú")]),
    ],
)  # fmt: skip
def test_a_change_is_shown_field_by_field(
    planned: Planned, heading: str, row: str, changed: list[tuple[str, str, str]]
) -> None:
    order = ["name", "nickname", "site", "ward", "former_wards", "lat", "lon", "bearing", "view", "priority"]
    made = planned(f"number,{heading}", f"7,{row}")
    assert fields(made) == sorted(
        changed, key=lambda each: [*order, "tags", "url", "sub_url", "address"].index(each[0])
    )
    assert made.changed[0].before == CAMERA and made.changed[0].after == made.result.cameras[0]
    assert made.result.cameras[1] == SECOND and not made.refused


@pytest.mark.parametrize(
    "row",
    [
        "number,name\n7,",
        "number,url\n7,",
        "number,url\n7,RTSP://10.0.0.7/main",
        "number,site\n7,ngã  sáu",
        "number,address,former wards\n7,,",
        'number,lat,lon\n7.0,"21,18",106.060000001',
        "url\nrtsp://10.0.0.7/main\n",
    ],
)
def test_what_says_nothing_new_is_unchanged(planned: Planned, row: str) -> None:
    heading, cells = row.splitlines()
    made = planned(f"{heading},name" if heading == "url" else heading, cells)
    assert (made.unchanged, made.changed, made.refused, made.added) == (1, (), (), ())
    assert made.result == CITY


def test_another_address_is_another_stream(planned: Planned) -> None:
    after = planned("number,url", "7,rtsp://h/new").changed[0].after
    assert after.streams == (StreamRecord("rtsp://h/new"), SUB)


def test_a_row_without_a_known_number_is_matched_by_its_address(planned: Planned) -> None:
    made = planned("number,name,url", "99,Mới,rtsp://10.0.0.7/main", ",Cầu,rtsp://10.0.0.12/a")
    assert fields(made) == [("number", "7", "99"), ("name", "Ngã Sáu – cổng bắc", "Mới")]
    assert made.changed[0].after.camera_id == 1 and made.unchanged == 1


def test_the_number_counts_more_than_the_address(planned: Planned) -> None:
    made = planned("number,url", "9,rtsp://10.0.0.7/main", "7,rtsp://10.0.0.9/new")
    assert [change.after.camera_id for change in made.changed] == [1]
    assert refused(made) == [(2, "the address stands in line 3 already")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("x,A,rtsp://h/a,,", "the number is no number: x"),
        ("0,A,rtsp://h/a,,", "the number must be between 1 and 999999, not 0"),
        ("1.5,A,rtsp://h/a,,", "the number must be a whole number"),
        ("1,A,,,", "a new camera needs an address"),
        ("1,A,http://u:s3cret@h/a,,", "an address must look like rtsp://host:port/path, not: http://h/a"),
        ("1,A,10.0.0.5,,", "an address must look like"),
        (",A,,,", "neither a number nor an address"),
        ("1,A,rtsp://h/a,91,100", "the latitude must be between -90 and 90"),
        ("1,A,rtsp://h/a,21.18,", "one of them is missing"),
        ("1,A,rtsp://h/a,106.06,21.18", "latitude and longitude seem to be exchanged"),
        ("1,A,rtsp://h/a,B,1", "the latitude is no number: B"),
        ("1," + "A" * 40_000 + ",rtsp://h/a,,", "name is too long"),
        ("7,A,rtsp://h:port/a,,", "this is not a valid address: rtsp://h:port/a"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_with_its_line(planned: Planned, row: str, reason: str) -> None:
    made = planned("number,name,url,lat,lon", row, "12,Cầu,,,", "30,B,rtsp://h/30,,")
    assert [line for line, _ in refused(made)] == [2] and reason in made.refused[0].reason
    assert "s3cret" not in repr(made)
    assert (made.unchanged, [each.number for each in made.added]) == (1, [30])
    assert made.result.cameras == (CAMERA, SECOND, made.added[0])


def test_doubles_are_refused_from_the_second_on(planned: Planned) -> None:
    made = planned(
        "number,url", "7,", "7,", "30,rtsp://h/a", "31,rtsp://h/a", "30,rtsp://h/b", "32,rtsp://10.0.0.7/main"
    )
    assert refused(made) == [
        (3, "the number 7 stands in line 2 already"),
        (5, "the address stands in line 4 already"),
        (6, "the number 30 stands in line 4 already"),
        (7, "the address stands in line 2 already"),
    ]


def test_a_reform_gives_the_site_another_ward_and_moves_no_camera(planned: Planned) -> None:
    third = CameraRecord("Ngã Sáu 2", 8, site_id=1, streams=(StreamRecord("rtsp://h/8"),), camera_id=3)
    inventory = replace(CITY, cameras=(*CITY.cameras, third))
    heading = "number,site,ward,former_wards"
    made = planned(heading, "7,Ngã Sáu,Kinh Bắc,Võ Cường; Vũ Ninh", "8,Ngã Sáu,Kinh Bắc,", inventory=inventory)
    assert made.result.sites == (replace(SITES[0], ward="Kinh Bắc", former_wards=("Võ Cường", "Vũ Ninh")), SITES[1])
    assert made.result.cameras == inventory.cameras and len(made.changed) == 2
    assert made.changed[1].fields[0] == FieldChange("ward", "Võ Cường", "Kinh Bắc")


def test_where_rows_disagree_about_the_ward_the_camera_moves(planned: Planned) -> None:
    third = CameraRecord("Ngã Sáu 2", 8, site_id=1, streams=(StreamRecord("rtsp://h/8"),), camera_id=3)
    inventory = replace(CITY, cameras=(*CITY.cameras, third))
    made = planned("number,site,ward", "7,Ngã Sáu,Kinh Bắc", "8,Ngã Sáu,Võ Cường", inventory=inventory)
    assert made.result.sites == (*SITES, Site("Ngã Sáu", "Kinh Bắc", site_id=-1))
    assert [each.site_id for each in made.result.cameras] == [-1, 2, 1]


def test_rows_that_contradict_each_other_about_a_site(planned: Planned) -> None:
    made = planned(
        "number,url,site,ward,address",
        "30,rtsp://h/30,Chợ,Kinh Bắc,1 A",
        "31,rtsp://h/31,Chợ,Kinh Bắc,",
        "32,rtsp://h/32,Chợ,Kinh Bắc,2 B",
    )
    assert refused(made) == [(4, "line 2 says something else of the address of Chợ")]
    assert made.result.sites[-1] == Site("Chợ", "Kinh Bắc", address="1 A", site_id=-1)


def test_a_site_without_its_ward_must_be_the_only_one_of_its_name(planned: Planned) -> None:
    inventory = replace(CITY, sites=(*SITES, Site("Cầu", "Kinh Bắc", site_id=3)))
    made = planned(
        "number,url,site,ward", "30,rtsp://h/a,Cầu,", "31,rtsp://h/b,Ngã Sáu,", "12,,Cầu,", inventory=inventory
    )
    assert refused(made) == [(2, "there are 2 sites called Cầu: the ward must say which")]
    assert made.added[0].site_id == 1 and made.unchanged == 1


def test_a_ward_alone_is_a_site_of_its_own(planned: Planned) -> None:
    made = planned("number,url,phường", "30,rtsp://h/a,Kinh Bắc", "31,rtsp://h/b,Kinh Bắc")
    assert made.result.sites[2:] == (Site("Kinh Bắc", "Kinh Bắc", site_id=-1),)


def test_logins_stand_beside_the_plan_under_one_name_each(file: Path) -> None:
    file.write_text(
        "number,url,username,password\n1,rtsp://admin:s3cret@h/1,,\n2,rtsp://h/2,admin,s3cret\n"
        "3,rtsp://admin:0ther@h/3,,\n4,rtsp://h/4,viewer,\n5,rtsp://h/5,viewer,\n6,rtsp://h/6,,\n"
    )
    made, logins = plan(file, Inventory())
    assert [each.credential for each in made.added] == ["admin", "admin", "admin (2)", "viewer", "viewer", ""]
    assert logins == {
        "admin": ADMIN,
        "admin (2)": Credentials("admin", "0ther"),
        "viewer": Credentials("viewer", ""),
    }
    assert "s3cret" not in repr(made) and "0ther" not in repr(made)
    secrets = MemorySecrets()
    for name, login in logins.items():
        secrets.put(name, login)
    again, offered = plan(
        file,
        replace(made.result, cameras=tuple(replace(each, camera_id=n) for n, each in enumerate(made.added, 1))),
        secrets,
    )
    assert (again.unchanged, again.changed, offered) == (6, (), {})


def test_a_name_that_is_taken_is_not_given_to_another_login(file: Path) -> None:
    secrets = MemorySecrets()
    secrets.put("admin", Credentials("admin", "other"))
    file.write_text("number,url\n7,rtsp://admin:s3cret@10.0.0.7/main\n")
    used = replace(CITY, cameras=(replace(CAMERA, credential="admin"), replace(SECOND, credential="admin (2)")))
    made, logins = plan(file, used, secrets)
    assert logins == {"admin (3)": ADMIN}
    assert fields(made) == [("username", "admin", "admin (3)")]
    assert made.result.cameras[1].credential == "admin (2)"


def test_the_login_of_a_refused_row_is_not_offered(file: Path) -> None:
    file.write_text("number,url,site,ward\n30,rtsp://admin:s3cret@h/a,Cầu,\n31,rtsp://a:b@h/a,,\n")
    inventory = replace(CITY, sites=(*SITES, Site("Cầu", "Kinh Bắc", site_id=3)))
    made, logins = plan(file, inventory)
    assert len(made.refused) == 2 and logins == {}


def test_two_logins_in_one_row_are_refused(planned: Planned) -> None:
    made = planned("number,url,sub_url", "1,rtsp://a:s3cret@h/a,rtsp://a:s3cret2@h/b", "2,rtsp://a:x@h/c,rtsp://h/d")
    assert refused(made) == [(2, "two different logins stand in this row")]


def test_a_device_logs_in_for_its_cameras(file: Path) -> None:
    devices = (
        DeviceRecord(Device("http://h/1"), device_id=1),
        DeviceRecord(Device("http://h/2"), "đội 1", device_id=2),
    )
    cameras = (replace(CAMERA, device_id=1), replace(SECOND, device_id=2))
    file.write_text("number,username,password\n7,admin,s3cret\n12,admin,s3cret\n")
    made, logins = plan(file, replace(CITY, devices=devices, cameras=cameras))
    assert logins == {"admin": ADMIN}
    assert made.result.devices == (replace(devices[0], credential="admin"), devices[1])
    assert made.result.cameras == cameras and fields(made) == [("username", "", "admin")]
    assert refused(made) == [(3, "this camera logs in as its device does: change the login of the device instead")]


@pytest.mark.parametrize("name", ["cameras.csv", "cameras.XLSX"])
def test_a_city_that_was_exported_is_unchanged(tmp_path: Path, store: InventoryStore, name: str) -> None:
    kept = store.save(city(devices=20, cameras=30, sites=7), "a search")
    export(tmp_path / name, kept)
    made, logins = plan(tmp_path / name, kept)
    assert (made.unchanged, made.changed, made.added, made.refused) == (30, (), (), ())
    assert made.result == kept and logins == {} and made.ignored_columns == ()
    fresh, _ = plan(tmp_path / name, Inventory())
    assert len(fresh.added) == 30 and len(fresh.result.sites) == 7
    assert [each.name for each in tmp_path.iterdir() if ".part" in each.name] == []


TEXT = st.text(max_size=10) | st.sampled_from(
    ["=1+1", "'=1", "@x", "-", "a;b", 'a"b', " a ", "#N/A", "_x000D_", "1.0", "007", "TRUE", "2026-01-02"]
)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
URLS = st.sampled_from(
    ["rtsp://10.0.0.5/a", "rtsp://10.0.0.5/b", "rtsp://Host/a b", "http://10.0.0.6/c", "rtsp://[::1]:8554/ố"]
) | st.text(min_size=1, max_size=12)
SOME_SITES = st.lists(st.builds(Site, TEXT, TEXT, TEXTS, address=TEXT), max_size=4)
SOME_CAMERAS = st.lists(
    st.builds(
        CameraRecord,
        TEXT,
        number=st.none() | st.integers(1, 9),
        nickname=TEXT,
        site_id=st.none() | st.integers(1, 4),
        streams=st.lists(URLS.map(StreamRecord), max_size=3).map(tuple),
        tags=TEXTS,
        position=st.none() | st.builds(Position, st.floats(-90, 90), st.floats(-180, 180)),
        bearing_deg=st.none() | st.floats(0, 360),
        view_deg=st.none() | st.floats(0, 360),
        priority=st.integers(-9, 9),
        notes=TEXT,
    ),
    max_size=6,
    unique_by=lambda camera: camera.number or object(),
)


@given(sites=SOME_SITES, cameras=SOME_CAMERAS, ending=st.sampled_from(["csv", "csv", "csv", "xlsx"]))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(sites=[Site("")], cameras=[CameraRecord("a", site_id=1, streams=(StreamRecord("\x00"),))], ending="csv")
@example(
    sites=[Site("a", "b"), Site("a", "b", ("c",))],
    cameras=[CameraRecord("", 1, site_id=1), CameraRecord("", 2, site_id=2)],
    ending="csv",
)
def test_what_was_exported_is_unchanged(
    tmp_path: Path, sites: list[Site], cameras: list[CameraRecord], ending: str
) -> None:
    kept_sites = tuple(replace(each, site_id=n) for n, each in enumerate(sites, 1))
    kept = Inventory(
        kept_sites,
        (),
        tuple(
            replace(each, camera_id=n, site_id=each.site_id if (each.site_id or 9) <= len(sites) else None)
            for n, each in enumerate(cameras, 1)
        ),
    )
    path = tmp_path / f"cameras.{ending}"
    export(path, kept)
    made, logins = plan(path, kept)
    assert (made.changed, made.added, made.refused, logins) == ((), (), (), {})
    assert made.result == kept
    texts = site_texts(kept.sites)
    assert made.unchanged == sum(any(row_of(each, texts).values()) for each in kept.cameras), (
        "an empty row says nothing"
    )


def test_no_cell_of_an_export_is_a_formula_or_holds_a_login(tmp_path: Path) -> None:
    bad = replace(
        CAMERA, name='=HYPERLINK("http://x")', nickname="@a", notes="-1\n=2", tags=("+a", "b"), credential="đội 1",
        streams=(StreamRecord("rtsp://admin:s3cret@10.0.0.7/a"),),
    )  # fmt: skip
    inventory = replace(CITY, cameras=(bad,), sites=(replace(SITES[0], name="=A1"),))
    for name in ("a.csv", "a.xlsx"):
        export(tmp_path / name, inventory)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells += [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@"))]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert not [cell for cell in cells if "s3cret" in cell or "đội 1" in cell]


def test_an_export_can_be_shown_at_once(tmp_path: Path) -> None:
    export(tmp_path / "a.csv", CITY)
    assert [camera.number for camera in read_cameras(tmp_path / "a.csv", None)] == [7, 12]


def test_an_export_that_cannot_be_written_is_told_and_leaves_the_old_file(tmp_path: Path) -> None:
    old = tmp_path / "a.csv"
    old.write_text("old")
    too_long = replace(CITY, cameras=(replace(CAMERA, notes="x" * 40_000),))
    with pytest.raises(StoreError, match="notes is too long"):
        export(old, too_long)
    assert old.read_text() == "old"
    for path, said in ((tmp_path / "a.ods", "must end in"), (tmp_path / "none" / "a.csv", "No such file")):
        with pytest.raises(StoreError, match=said) as caught:
            export(path, CITY)
        assert caught.value.cause is Cause.FILE


def test_ten_thousand_rows_are_planned_in_two_seconds(tmp_path: Path) -> None:
    """CPU time: the machine that tests has other things to do."""
    cameras = tuple(
        replace(CAMERA, number=n, camera_id=n, streams=(StreamRecord(f"rtsp://10.0.0.7/{n}"),))
        for n in range(1, 10_001)
    )
    inventory = replace(CITY, cameras=cameras)
    export(tmp_path / "a.csv", inventory)
    for known in (inventory, Inventory()):
        best_s = min(_planned_in_s(tmp_path / "a.csv", known) for _ in range(2))
        assert best_s < 2.0


def _planned_in_s(path: Path, known: Inventory) -> float:
    began_s = time.process_time()
    made, _ = plan(path, known)
    assert made.unchanged + len(made.added) == 10_000
    return time.process_time() - began_s
