"""SDL's joysticks, and nothing else of SDL: no window, no sound, no signal handlers."""

from __future__ import annotations

import os
import warnings
from types import ModuleType

_HINTS = {
    "SDL_NO_SIGNAL_HANDLERS": "1",
    # Without a window of SDL's everything is in the background.
    "SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS": "1",
    "SDL_JOYSTICK_HIDAPI": "0",
    "SDL_VIDEODRIVER": "dummy",
    "SDL_AUDIODRIVER": "dummy",
    "SDL_ACCELEROMETER_AS_JOYSTICK": "0",
}


class NoLibraryError(Exception):
    """SDL cannot be loaded, or does not start."""


def load() -> ModuleType:
    """PySDL2, with its joysticks begun. NoLibraryError, in the library's words."""
    # The environment, not SDL_SetHint: it goes for what SDL reads while it is loaded, too.
    os.environ.update(_HINTS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # It warns that it uses the library that was packaged for it.
            import sdl2
    except (ImportError, OSError, RuntimeError) as error:
        raise NoLibraryError(str(error)) from error
    if sdl2.SDL_InitSubSystem(sdl2.SDL_INIT_JOYSTICK):
        raise NoLibraryError(sdl2.SDL_GetError().decode(errors="replace"))
    loaded: ModuleType = sdl2
    return loaded
