"""States, causes and ages in the operator's words, translated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from wall.model.camera import Camera
from wall.model.device import Auth, Login, Problem, Trouble
from wall.model.hardware import NoHardware
from wall.model.health import Health, SharedCause, Verdict
from wall.model.tile import EASED, RETRY_NEVER, Cause, TileState, TileStatus

_WORTH_A_SENTENCE = EASED | {Cause.BLINDED, Cause.MOVED}
"""Of what is said of a live picture."""


def state_word(status: TileStatus) -> str:
    """The word beside a tile's mark; empty where there is nothing to say."""
    if status.state is TileState.LIVE:
        return _remark(status.cause)
    # The enum's value is the English source text; tests/ui/test_language.py holds the translations complete.
    return QCoreApplication.translate("TileState", status.state.value)


def state_words(status: TileStatus) -> tuple[str, ...]:
    """The same, the longest first, for what has room for more than one word."""
    word = state_word(status)
    if status.beside is not Cause.NONE:
        return f"{word}  ·  {_remark(status.beside)}", word
    if status == TileStatus(TileState.LIVE, Cause.SMALLER_STREAM):
        return QCoreApplication.translate("Wall", "smaller stream: this computer is too busy"), word
    return (word,)


def note_word(note: TileStatus) -> str:
    """What to say on a stream that stands in for another one of its camera."""
    return QCoreApplication.translate("Wall", "other stream: {0}").format(state_word(note))


def _remark(cause: Cause) -> str:
    """What is worth a word beside a live picture."""
    if cause is Cause.CLOCK:
        return QCoreApplication.translate("Wall", "clock is off")
    if cause is Cause.FORMAT:
        return QCoreApplication.translate("Wall", "new format")
    if cause is Cause.DAMAGED:
        return QCoreApplication.translate("Wall", "picture damaged")
    if cause is Cause.BLACK:
        return QCoreApplication.translate("Wall", "picture is black")
    if cause is Cause.BLINDED:
        return QCoreApplication.translate("Wall", "covered or blurred")
    if cause is Cause.MOVED:
        return QCoreApplication.translate("Wall", "looks elsewhere")
    if cause is Cause.HALF_RATE:
        return QCoreApplication.translate("Wall", "every 2nd picture")
    if cause is Cause.SKIPPING:
        return QCoreApplication.translate("Wall", "fewer pictures")
    if cause is Cause.SMALLER_STREAM:
        return QCoreApplication.translate("Wall", "smaller stream")
    if cause is Cause.KEYFRAMES:
        return QCoreApplication.translate("Wall", "keyframes only")
    return ""


def cause_sentence(status: TileStatus) -> str:
    """Why, and what to do where a person must do something. Empty while nothing is wrong."""
    if (status.state is TileState.LIVE and status.cause not in _WORTH_A_SENTENCE) or not status.cause.value:
        return ""
    why = QCoreApplication.translate("Cause", status.cause.value)
    if status.cause in RETRY_NEVER:
        advice = QCoreApplication.translate("Wall", "check the account; press R to try again")
        why = f"{why} – {advice}"
    return why[:1].upper() + why[1:]


def state_of_camera(status: TileStatus) -> str:
    """How the camera is now, where something else is shown of it. Never empty: nothing said would mean live."""
    word = state_word(status) or QCoreApplication.translate("TileState", TileState.LIVE.value)
    return QCoreApplication.translate("Wall", "camera: {0}").format(word)


def held(taken: QDateTime, age_s: float) -> tuple[str, ...]:
    """What is written over a picture that the operator holds: of when it is, and how long ago that was. Shorter ones
    follow, for small tiles; the shortest is the age.
    """
    moment, old = taken.toString("HH:mm:ss"), age(age_s)
    return QCoreApplication.translate("Wall", "held: {0}  ·  {1} ago").format(moment, old), f"{moment}  ·  {old}", old


def zoom_factor(factor: float) -> str:
    """«2.4×», with the comma of the language."""
    return f"{QLocale().toString(factor, 'f', 1)}×"


def no_hardware(why_not: NoHardware) -> str:
    """Why the processor decodes everything."""
    return QCoreApplication.translate("NoHardware", why_not.value)


def empty_wall() -> str:
    """What to say where there is not one camera."""
    return QCoreApplication.translate("Wall", "No camera is on this wall: start it with  citywall view rtsp://…")


def empty_screen() -> str:
    """What to do with a screen on which nothing stands."""
    return QCoreApplication.translate("Wall", "Drag a camera or a view here, or type a camera's number and press Enter")


def camera_missing(name: str) -> str:
    """What a cell says whose camera cannot be shown."""
    return QCoreApplication.translate("Wall", "{0}: this camera is gone, or has no stream yet").format(name)


def whole_story(camera: Camera, status: TileStatus) -> str:
    """Everything a tile has to say, for the tooltip: there nothing is elided."""
    name = f"{camera.number}  {camera.name}"
    beside = cause_sentence(TileStatus(status.state, status.beside))
    lines = (name, camera.site, state_word(status), cause_sentence(status), beside)
    return "\n".join(line for line in lines if line)


def time_of_day(minute: int) -> str:
    """Of the minute of a day: «03:00»; the day ends at «24:00»."""
    return f"{minute // 60:02}:{minute % 60:02}"


def age(seconds: float) -> str:
    """An age for the eye, never rounded up and never to be mistaken for a time of day."""
    whole = max(0, int(seconds))
    if whole < 100:
        return QCoreApplication.translate("Wall", "{0} s").format(whole)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    if hours < 1:
        return QCoreApplication.translate("Wall", "{0} min {1:02}").format(minutes, rest)
    if hours < 72:
        return QCoreApplication.translate("Wall", "{0} h {1:02}").format(hours, minutes)
    return QCoreApplication.translate("Wall", "{0} days").format(hours // 24)


def short_age(seconds: float) -> str:
    """The same in one unit and one letter, where there is room for no more. Never rounded up either."""
    whole = max(0, int(seconds))
    if whole < 100:
        return QCoreApplication.translate("Short", "{0}s").format(whole)
    if whole < 100 * 60:
        return QCoreApplication.translate("Short", "{0}m").format(whole // 60)
    if whole < 72 * 3600:
        return QCoreApplication.translate("Short", "{0}h").format(whole // 3600)
    return QCoreApplication.translate("Short", "{0}d").format(whole // 86_400)


def cause_with_detail(cause: Cause, detail: str) -> str:
    """A failure in the operator's words; the detail, in English, is for the expert."""
    why = QCoreApplication.translate("Cause", cause.value)
    return f"{why[:1].upper()}{why[1:]}{': ' + detail if detail else ''}"


def trouble_word(trouble: Trouble) -> str:
    """What was wrong, as the end of a sentence."""
    return QCoreApplication.translate("Trouble", trouble.value)


def problem_sentence(problem: Problem) -> str:
    """In which step, and what; the detail is for a second look."""
    step = QCoreApplication.translate("Step", problem.step.value)
    return f"{step[:1].upper()}{step[1:]}: {trouble_word(problem.trouble)}"


def verdict_word(verdict: Verdict) -> str:
    """The word beside a camera's mark."""
    return QCoreApplication.translate("Verdict", verdict.value)


def health_word(health: Health | None) -> str:
    """How a camera is, in a word or two: what is wrong where that is known, else the verdict."""
    if health is None or health.trouble is None or health.verdict in (Verdict.WELL, Verdict.UNKNOWN):
        return verdict_word(health.verdict if health else Verdict.UNKNOWN)
    if health.trouble is Trouble.CLOCK and health.verdict is Verdict.ATTENTION:
        return QCoreApplication.translate("Wall", "clock is off")
    return trouble_word(health.trouble)


def health_sentence(health: Health | None) -> str:
    """The verdict, and why."""
    verdict, why = verdict_word(health.verdict if health else Verdict.UNKNOWN), health_word(health)
    return verdict if why == verdict else f"{verdict} – {why}"


def login_word(login: Login) -> str:
    """What became of the login."""
    return QCoreApplication.translate("Login", login.value)


def auth_word(auth: Auth) -> str:
    """How the device is logged in to."""
    return QCoreApplication.translate("Auth", auth.value)


def shared_cause(cause: SharedCause) -> str:
    """Why the cameras of a site were probably lost together."""
    return QCoreApplication.translate("SharedCause", cause.value)
