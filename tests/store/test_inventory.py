"""A list of cameras as a city's IT person keeps it, and the mistakes in it."""

from pathlib import Path

import pytest

from wall.model.errors import StartError
from wall.model.stream import Credentials
from wall.store.inventory import read_cameras, read_devices

HEADER = "number,name,url,sub_url,site,username\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cameras.csv"


def test_a_whole_list(file: Path) -> None:
    file.write_text(
        HEADER
        + "7,Ngã Sáu – cổng bắc,rtsp://10.0.0.5/main,rtsp://10.0.0.5/sub,Ngã Sáu,admin\n"
        + '12,"Cầu Đáp Cầu, bờ nam",rtsp://10.0.0.6/main,,,\n',
        encoding="utf-8",
    )
    first, second = read_cameras(file, "s3cret")
    assert (first.number, first.name, first.site) == (7, "Ngã Sáu – cổng bắc", "Ngã Sáu")
    assert first.main.url == "rtsp://10.0.0.5/main"
    assert first.sub is not None and first.sub.url == "rtsp://10.0.0.5/sub"
    assert first.main.credentials == first.sub.credentials == Credentials("admin", "s3cret")
    assert (second.name, second.sub, second.site) == ("Cầu Đáp Cầu, bờ nam", None, "")
    assert second.main.credentials is None
    assert second.source_for_grid() is second.main and first.source_for_grid() is first.sub


def test_what_a_spreadsheet_makes_of_it(file: Path) -> None:
    """A byte-order mark, CR LF, blanks around, another order of columns, more columns than needed."""
    file.write_bytes("\ufeffurl,ghi chú,name,number\r\n rtsp://10.0.0.5/a ,x, Ngã Sáu , 7 \r\n\r\n".encode())
    (camera,) = read_cameras(file, None)
    assert (camera.number, camera.name, camera.main.url) == (7, "Ngã Sáu", "rtsp://10.0.0.5/a")


def test_a_login_in_the_address_wins(file: Path) -> None:
    file.write_text(HEADER + "1,A,rtsp://own:secret@h/a,,,admin\n", encoding="utf-8")
    (camera,) = read_cameras(file, "another")
    assert camera.main.credentials == Credentials("own", "secret")


def test_a_camera_without_a_name_is_called_by_its_number(file: Path) -> None:
    file.write_text("number,name,url\n7,,rtsp://h/a\n", encoding="utf-8")
    assert read_cameras(file, None)[0].name == "7"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "lacks the columns number, name, url"),
        ("number;name;url\n1;A;rtsp://h/a\n", "lacks the columns"),
        ("number,title,url\n", "lacks the columns name"),
        (HEADER, "lists no camera"),
        (HEADER + "1,A,rtsp://h/a,,,\nB,B,rtsp://h/b,,,\n", "line 3: .*B"),
        (HEADER + "1,A,http://h/a,,,\n", "line 2: .*rtsp://host:port/path, not: http://h/a"),
        (HEADER + "1,A,,,,\n", "line 2: "),
        (HEADER + "1,A\n", "line 2: "),
        (HEADER + "1,A,rtsp://h/a,http://h/b,,\n", "line 2: "),
        (HEADER + "1,A,rtsp://h/a,,,\n1,B,rtsp://h/b,,,\n", "number 1 stands there twice"),
        (HEADER + '1,"A,rtsp://h/a,,,\n' + "x" * 200_000, "is not a CSV file|line"),
    ],
)
def test_a_mistake_is_named(file: Path, text: str, said: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(StartError, match=said) as caught:
        read_cameras(file, "s3cret")
    assert "cameras.csv" in caught.value.detail and "s3cret" not in caught.value.detail


@pytest.mark.parametrize("content", ["số,tên\n".encode("utf-16"), b"number,name,url\n1,\xff\xfe,rtsp://h/a\n"])
def test_another_encoding_is_named(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(StartError, match=r"CSV UTF-8|lacks the columns"):
        read_cameras(file, None)


def test_a_password_in_a_bad_line_is_not_told(file: Path) -> None:
    file.write_text(HEADER + "1,A,rtsp://admin:s3cret@h:x/a,,,\n", encoding="utf-8")
    with pytest.raises(StartError) as caught:
        read_cameras(file, None)
    assert "s3cret" not in str(caught.value) and "s3cret" not in str(caught.value.__cause__)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(StartError, match="cannot be read"):
            read_cameras(path, None)


def test_the_addresses_of_devices_are_read_each_once_and_are_optional(tmp_path: Path) -> None:
    path = tmp_path / "cameras.csv"
    path.write_text("number,name,url,http\n1,a,rtsp://h/1,http://h/o\n2,b,rtsp://h/2,http://h/o\n3,c,rtsp://i/3,i:80\n")
    assert read_devices(path) == ("http://h/o",)
    path.write_text("number,name,url\n1,a,rtsp://h/1\n")
    assert read_devices(path) == ()
