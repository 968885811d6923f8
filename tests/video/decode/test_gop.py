"""The units since the last keyframe."""

from wall.video.decode.gop import GopCache

MEBIBYTE = 1 << 20


def test_it_begins_with_the_first_keyframe() -> None:
    gop = GopCache()
    gop.add(b"1", 0.0, keyframe=False)
    assert gop.units() == []
    gop.add(b"2", 0.0, keyframe=True)
    gop.add(b"3", 0.0, keyframe=False)
    assert gop.units() == [(b"2", 0.0), (b"3", 0.0)]


def test_the_next_keyframe_begins_anew() -> None:
    gop = GopCache()
    for unit in (b"1", b"2", b"3"):
        gop.add(unit, 0.0, keyframe=unit != b"2")
    assert gop.units() == [(b"3", 0.0)]


def test_after_clearing_nothing_is_kept_until_a_keyframe() -> None:
    gop = GopCache()
    gop.add(b"1", 0.0, keyframe=True)
    gop.clear()
    gop.add(b"2", 0.0, keyframe=False)
    assert gop.units() == []


def test_a_stream_without_further_keyframes_is_not_kept() -> None:
    gop = GopCache()
    gop.add(b"0", 0.0, keyframe=True)
    for _ in range(10_000):
        gop.add(b"1", 0.0, keyframe=False)
        assert len(gop.units()) <= 600
    assert gop.units() == []


def test_it_never_holds_more_than_sixteen_mebibytes() -> None:
    gop = GopCache()
    gop.add(bytes(8 * MEBIBYTE), 0.0, keyframe=True)
    gop.add(bytes(8 * MEBIBYTE), 0.0, keyframe=False)
    assert len(gop.units()) == 2
    gop.add(b"1", 0.0, keyframe=False)
    assert gop.units() == []
    gop.add(b"2", 0.0, keyframe=True)
    gop.add(bytes(15 * MEBIBYTE), 0.0, keyframe=False)
    assert len(gop.units()) == 2, "the bytes of the former group are still counted"
