"""What reaches the disk can be kept there, and holds no login."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.store.plain import fraction, public_url, text, whole


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("rtsp://u:s3cret@10.0.0.5:554/a", "rtsp://10.0.0.5:554/a"),
        ("rtsp://u@h", "rtsp://h"),
        ("http://u:s3cret@[::1]:80/x?y=@1", "http://[::1]:80/x?y=@1"),
        ("rtsp://u:s3/cret@h/a", "rtsp://h/a"),
        ("rtsp://u:s3cret#1@h/a", "rtsp://h/a"),
        ("rtsp://u:p@s3cret@h/a", "rtsp://h/a"),
        ("rtsp://h/stream@1", "rtsp://h/stream@1"),
        ("rtsp://[::1]:554/stream@1", "rtsp://[::1]:554/stream@1"),
        ("", ""),
        ("no address @ all", "no address @ all"),
    ],
)
def test_an_address_loses_its_login_and_nothing_else(url: str, kept: str) -> None:
    assert public_url(url) == kept


@given(st.text())
def test_any_text_can_be_encoded(value: str) -> None:
    assert text(value).encode("utf-8").decode("utf-8") == text(value)
    assert text(text(value)) == text(value)
    public_url(value).encode("utf-8")


def test_numbers_that_cannot_be_kept_are_not_known() -> None:
    assert (whole(2**63), whole(7), whole(None)) == (None, 7, None)
    assert (fraction(float("nan")), fraction(float("-inf")), fraction(2), fraction(None)) == (None, None, 2.0, None)
