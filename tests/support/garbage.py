"""Python's garbage, looked for by hand."""

from __future__ import annotations

import gc


def clear_garbage() -> None:
    """Collect it now, and set aside what remains: it is not looked through again.

    What was imported stays to the end, and so do Python's halves of windows whose other half Qt has deleted; by the
    hundredth window, looking through all that took longer than the test.
    """
    gc.collect()
    gc.freeze()
