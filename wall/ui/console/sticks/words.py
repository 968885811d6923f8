"""What stands on the page of the joysticks, in words."""

from __future__ import annotations

import getpass

from PySide6.QtCore import QCoreApplication

from wall.model.ptz import deeds
from wall.model.sticks import AxisDoes, StickFault, StickModel


def axis_word(does: AxisDoes) -> str:
    """What an axis does."""
    translate = QCoreApplication.translate
    return {
        AxisDoes.PAN: translate("Sticks", "Pan"),
        AxisDoes.TILT: translate("Sticks", "Tilt"),
        AxisDoes.ZOOM: translate("Sticks", "Zoom"),
        AxisDoes.FOCUS: translate("Sticks", "Focus"),
    }[does]


def move_sentence(does: AxisDoes) -> str:
    """How to show which axis that is."""
    translate = QCoreApplication.translate
    return {
        AxisDoes.PAN: translate("Sticks", "Pan: push the stick to the right, as far as it goes."),
        AxisDoes.TILT: translate("Sticks", "Tilt: push the stick so that the camera is to look up."),
        AxisDoes.ZOOM: translate("Sticks", "Zoom: turn or push what is to bring the picture closer."),
        AxisDoes.FOCUS: translate("Sticks", "Focus: turn or push what is to focus further away."),
    }[does]


def deed_word(deed: str) -> str:
    """What a button does to the dome."""
    translate = QCoreApplication.translate
    if deed in deeds.PRESETS:
        return translate("Sticks", "Preset {0}").format(deeds.PRESETS.index(deed) + 1)
    return {
        deeds.NEXT_TILE: translate("Sticks", "Next tile"),
        deeds.FORMER_TILE: translate("Sticks", "Former tile"),
        deeds.HOME: translate("Sticks", "Home position"),
        deeds.ZOOM_IN: translate("Sticks", "Zoom in, while held"),
        deeds.ZOOM_OUT: translate("Sticks", "Zoom out, while held"),
        deeds.FOCUS_NEAR: translate("Sticks", "Focus nearer, while held"),
        deeds.FOCUS_FAR: translate("Sticks", "Focus further, while held"),
        deeds.AUTO_FOCUS: translate("Sticks", "Focus by itself"),
        deeds.IRIS_CLOSE: translate("Sticks", "Iris: a step darker"),
        deeds.IRIS_OPEN: translate("Sticks", "Iris: a step brighter"),
        deeds.WIPER: translate("Sticks", "Wiper on, and off"),
        deeds.LIGHT: translate("Sticks", "Light on, and off"),
    }[deed]


def model_words(model: StickModel) -> str:
    """What a device is."""
    counts = QCoreApplication.translate("Sticks", "{0} axes, {1} buttons").format(model.axes, model.buttons)
    return f"{model.name} · {counts}"


def why_none(fault: StickFault, detail: str) -> str:
    """Why there is no stick here, and what to do."""
    translate = QCoreApplication.translate
    return {
        StickFault.NONE: translate("Sticks", "No joystick is plugged in. Plug one in: it is found by itself."),
        StickFault.NO_LIBRARY: translate(
            "Sticks",
            "Joysticks cannot be read here: the library SDL2 is missing or broken. Run “make demo” once more, which "
            "installs it. ({0})",
        ),
        StickFault.LOCKED: translate(
            "Sticks",
            "“{0}” is plugged in, but this account may not read it. As administrator run “usermod -aG input {1}”, "
            "then log out and in again.",
        ),
        StickFault.LOST: translate(
            "Sticks",
            "What reads joysticks has ended unexpectedly, and is started again. Pull the stick and plug it "
            "in once more if it stays so.",
        ),
    }[fault].format(detail, _account())


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # An account without a name.
        return "USER"
