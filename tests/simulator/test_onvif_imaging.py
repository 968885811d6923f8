"""Picture settings are told with their ranges, changed, and refused when out of range."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.simulator.running import UTCNOW_IS_OLD, Running, onvif_client, running_city

pytestmark = pytest.mark.filterwarnings(UTCNOW_IS_OLD)

SOURCE = {"VideoSourceToken": "VideoSource_1"}


@pytest.fixture(scope="module")
def imaging(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with (
        running_city(tmp_path_factory.mktemp("clips"), cameras=2, sites=1) as running,
        client(running) as one,
    ):
        yield one.create_imaging_service()


def client(running: Running) -> Any:
    return onvif_client(running.port(running.city.devices[0]))


def test_options_hold_what_is_set(imaging: Any) -> None:
    options, settings = imaging.GetOptions(SOURCE), imaging.GetImagingSettings(SOURCE)
    assert options.Brightness.Min <= settings.Brightness <= options.Brightness.Max
    assert settings.IrCutFilter in options.IrCutFilterModes
    assert settings.Focus.AutoFocusMode in options.Focus.AutoFocusModes


def test_a_change_stays_and_the_rest_is_untouched(imaging: Any) -> None:
    before = imaging.GetImagingSettings(SOURCE)
    change = {"Brightness": 70.0, "IrCutFilter": "OFF", "WideDynamicRange": {"Mode": "ON"}}
    imaging.SetImagingSettings({**SOURCE, "ImagingSettings": change})
    after = imaging.GetImagingSettings(SOURCE)
    assert (after.Brightness, after.IrCutFilter, after.WideDynamicRange.Mode) == (70.0, "OFF", "ON")
    assert after.Contrast == before.Contrast


def test_a_wrong_change_changes_nothing(imaging: Any) -> None:
    before = imaging.GetImagingSettings(SOURCE).Contrast
    with pytest.raises(Exception, match="Brightness must be 0 to 100"):
        imaging.SetImagingSettings({**SOURCE, "ImagingSettings": {"Contrast": 1.0, "Brightness": 101.0}})
    assert imaging.GetImagingSettings(SOURCE).Contrast == before


def test_an_unknown_source_is_named(imaging: Any) -> None:
    with pytest.raises(Exception, match="there is no VideoSource"):
        imaging.GetImagingSettings({"VideoSourceToken": "VideoSource_9"})
