"""Tokens: how a device names its parts, and how they go wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.values import is_unfilled, problem, problem_with
from wall.onvif.xml import Element, attribute, children, text

_MOST_TOKEN = 256


class HasToken(Protocol):
    """A part of a device."""

    @property
    def token(self) -> str: ...


Part = TypeVar("Part", bound=HasToken)


def each_of(parent: Element, plural: str, singular: str, most: int) -> list[Element]:
    """The parts of a list. ONVIF repeats one element; some devices call it by the other number, or wrap the list."""
    found = [inner for each in children(parent, plural) for inner in (children(each, singular) or [each])]
    return (found or children(parent, singular))[:most]


def token_of(element: Element) -> str:
    """The token of an element, which some devices write as a child. "" where it is missing or cannot be meant."""
    return usable_token(attribute(element, "token") or text(element, "token") or text(element, "Token"))


def usable_token(token: str) -> str:
    """A token that can be sent back as it is, else ""."""
    return token if len(token) <= _MOST_TOKEN and token.isprintable() and not is_unfilled(token) else ""


def each_once(parts: Iterable[Part], step: Step, what: str) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """The parts that can be named, the first of each token; problems say which were left out. `what` is plural."""
    kept: dict[str, Part] = {}
    twice, nameless = [], 0
    for part in parts:
        nameless += not part.token
        if part.token in kept:
            twice.append(part.token)
        elif part.token:
            kept[part.token] = part
    problems = problem_with(step, Trouble.DUPLICATE, what, twice)
    if nameless:
        problems += (problem(step, Trouble.INCOMPLETE, f"{nameless} {what} without token"),)
    return tuple(kept.values()), problems
