"""Whatever a dome answers: a value or a DeviceFault, and nothing else."""

from __future__ import annotations

import random

import pytest

from tests.onvif.ptz.domes import USUAL, dome, driven, run
from tests.onvif.scripted import Asked, http, soap
from wall.model.ptz.move import Place, Velocity, Way
from wall.onvif.contract import Contract
from wall.onvif.faults import DeviceFault

RUBBISH = ("", "nan", "-INF", "1e999", "x" * 300, "${TOKEN}", "&#0;", "<a>", "</PTZNode>", "PT", "true", "\x01", "ữ")


def spoiled(text: str, chance: random.Random) -> str:
    """With some pieces gone, doubled, or something else."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text) + 1)
        until = min(len(text), at + chance.choice((1, 3, 20, 200)))
        text = text[:at] + chance.choice((*RUBBISH, text[at:until] * 2, "")) + text[until:]
    return text


@pytest.mark.parametrize("seed", range(12))
def test_rubbish_is_a_fault_or_a_value(contract: Contract, seed: int) -> None:
    chance = random.Random(seed)

    def rule(asked: Asked) -> bytes:
        text = spoiled(USUAL.get(asked.call) or f"<{asked.call}Response/>", chance)
        return soap(text) if chance.random() < 0.9 else http(text, chance.choice((200, 400, 404, 500)))

    async def check() -> None:
        async with driven(contract, dome(rule)) as it:
            line = it.line
            for command in (
                line.open,
                line.ability,
                line.status,
                line.presets,
                line.tours,
                lambda: line.move(Velocity(1, 1, 1)),
                line.stop,
                lambda: line.relative(Way(0.1, 0.1, 0.1)),
                lambda: line.go_to(Place(0, 0, 0)),
                lambda: line.set_preset("x"),
                lambda: line.focus(1),
                line.stop_focus,
                lambda: line.iris(0.1),
            ):
                try:
                    await command()
                except DeviceFault as fault:
                    assert str(fault).isprintable()

    run(check())
