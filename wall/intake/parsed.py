"""JSON as others send it: bounded, and every fault a ValueError that a person can read."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from typing import Any

MOST_BYTES = 1_000_000


def parsed(payload: bytes) -> Any:
    """ValueError, in plain words, for what is no JSON."""
    if len(payload) > MOST_BYTES:
        raise ValueError(f"it is too large: more than {MOST_BYTES // 1000} kB")
    if not payload.strip():
        raise ValueError("it is empty")
    try:
        return json.loads(payload.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError("it is not text in UTF-8") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON: {error.msg} at character {error.pos}") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def words(value: object) -> str:
    """A text or a number as a text; "" for anything else."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def moment_s(value: object) -> float | None:
    """Unix seconds of a number (milliseconds, too) or an ISO date; None where it is neither."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = float(value) if abs(value) < 1e15 else math.nan
        seconds = seconds / 1000 if seconds > 1e11 else seconds
        return seconds if math.isfinite(seconds) else None
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        return None if moment is None else (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
